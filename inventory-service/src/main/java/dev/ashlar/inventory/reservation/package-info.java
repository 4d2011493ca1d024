/** Stock held for orders: whole or not at all, released once (ADR 6). */
@NullMarked
package dev.ashlar.inventory.reservation;

import org.jspecify.annotations.NullMarked;
