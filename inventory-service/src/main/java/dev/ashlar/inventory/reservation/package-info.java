/** Stock that is reserved for orders: all lines or none, released once (ADR 6). */
@NullMarked
package dev.ashlar.inventory.reservation;

import org.jspecify.annotations.NullMarked;
