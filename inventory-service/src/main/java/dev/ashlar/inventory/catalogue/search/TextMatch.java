package dev.ashlar.inventory.catalogue.search;

import dev.ashlar.inventory.catalogue.search.SearchTerms.TsQuery;
import org.jspecify.annotations.Nullable;

/**
 * The queries of a search with a text.
 *
 * @param exact finds the typed words
 * @param widened finds similar words as well; null if the typed words have enough matches
 * @param found the number of matches, counted up to a limit; by relevance, the number of exact matches
 */
record TextMatch(TsQuery exact, @Nullable TsQuery widened, int found) {}
