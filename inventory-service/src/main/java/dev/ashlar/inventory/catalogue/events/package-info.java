/** The events that the catalogue publishes. */
@NullMarked
package dev.ashlar.inventory.catalogue.events;

import org.jspecify.annotations.NullMarked;
