package dev.ashlar.inventory.catalogue.search;

import dev.ashlar.inventory.catalogue.search.SearchTerms.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Which products match the text of a search.
 *
 * @param exact for products with the very words
 * @param wide for products with nearly these words; null where enough products have the very words
 * @param found products that match, as far as they were counted; by relevance, those that match exactly
 */
record Matching(Terms exact, @Nullable Terms wide, int found) {}
