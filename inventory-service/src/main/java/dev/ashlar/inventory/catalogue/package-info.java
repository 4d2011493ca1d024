/** Products and what is known about them; each change is an event. */
@NullMarked
package dev.ashlar.inventory.catalogue;

import org.jspecify.annotations.NullMarked;
