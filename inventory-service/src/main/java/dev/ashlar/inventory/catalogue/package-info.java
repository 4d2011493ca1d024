/** The products of the shop. Each change is an event. */
@NullMarked
package dev.ashlar.inventory.catalogue;

import org.jspecify.annotations.NullMarked;
