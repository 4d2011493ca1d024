/** The events that orders publish, and those of inventory-service that settle orders. */
@NullMarked
package dev.ashlar.order.events;

import org.jspecify.annotations.NullMarked;
