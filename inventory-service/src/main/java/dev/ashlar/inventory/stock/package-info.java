/** The pieces of each product: available, or reserved for an order (ADR 6). */
@NullMarked
package dev.ashlar.inventory.stock;

import org.jspecify.annotations.NullMarked;
