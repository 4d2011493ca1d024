/** How the facts follow the {@code orders} stream. */
@NullMarked
package dev.ashlar.analytics.sales.events;

import org.jspecify.annotations.NullMarked;
