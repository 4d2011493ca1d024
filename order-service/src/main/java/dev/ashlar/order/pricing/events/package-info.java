/** How the price list follows the catalogue. */
@NullMarked
package dev.ashlar.order.pricing.events;

import org.jspecify.annotations.NullMarked;
