/** The steps of an order in this service. */
@NullMarked
package dev.ashlar.inventory.reservation.history;

import org.jspecify.annotations.NullMarked;
