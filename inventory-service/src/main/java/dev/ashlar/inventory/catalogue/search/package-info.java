/** Full-text search and lists of the catalogue, in keyset pages. */
@NullMarked
package dev.ashlar.inventory.catalogue.search;

import org.jspecify.annotations.NullMarked;
