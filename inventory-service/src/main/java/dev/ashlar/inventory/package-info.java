/** Catalogue, stock and reservations of the shop. */
@NullMarked
package dev.ashlar.inventory;

import org.jspecify.annotations.NullMarked;
