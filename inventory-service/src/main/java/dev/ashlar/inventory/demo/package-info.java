/** Products that exist only in the profile {@code demo}. */
@NullMarked
package dev.ashlar.inventory.demo;

import org.jspecify.annotations.NullMarked;
