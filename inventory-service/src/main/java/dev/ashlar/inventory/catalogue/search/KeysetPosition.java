package dev.ashlar.inventory.catalogue.search;

import java.util.UUID;

/**
 * The last product of a page. The next page begins after it.
 *
 * @param key the product's value of the sort column
 */
public record KeysetPosition(Object key, UUID id) {}
