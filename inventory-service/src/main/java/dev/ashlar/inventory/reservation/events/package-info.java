/** What inventory does when it hears of an order. */
@NullMarked
package dev.ashlar.inventory.reservation.events;

import org.jspecify.annotations.NullMarked;
