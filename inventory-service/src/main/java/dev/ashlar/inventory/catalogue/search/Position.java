package dev.ashlar.inventory.catalogue.search;

import java.util.UUID;

/**
 * A place in a list: the product after which a page begins.
 *
 * @param key what the list is sorted by, of that product
 */
public record Position(Object key, UUID id) {}
