/** Products for the demo profile; nothing of it exists elsewhere. */
@NullMarked
package dev.ashlar.inventory.demo;

import org.jspecify.annotations.NullMarked;
