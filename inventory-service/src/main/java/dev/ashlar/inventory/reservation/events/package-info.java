/** The events of orders that reserve and release stock, and the events that report the result. */
@NullMarked
package dev.ashlar.inventory.reservation.events;

import org.jspecify.annotations.NullMarked;
