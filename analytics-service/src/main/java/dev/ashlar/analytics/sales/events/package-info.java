/** Updates the facts from the events of the {@code orders} topic. */
@NullMarked
package dev.ashlar.analytics.sales.events;

import org.jspecify.annotations.NullMarked;
