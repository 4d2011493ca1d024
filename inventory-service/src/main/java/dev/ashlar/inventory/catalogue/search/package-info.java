/** Full-text search and sorted lists of products, in keyset pages. */
@NullMarked
package dev.ashlar.inventory.catalogue.search;

import org.jspecify.annotations.NullMarked;
