/** The events of the catalogue that change prices. */
@NullMarked
package dev.ashlar.order.pricing.events;

import org.jspecify.annotations.NullMarked;
