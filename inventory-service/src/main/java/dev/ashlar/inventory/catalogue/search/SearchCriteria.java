package dev.ashlar.inventory.catalogue.search;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a search. A condition that is null does not apply.
 *
 * @param text as typed into a search box: words, "phrases", or, -not
 */
public record SearchCriteria(@Nullable String text, @Nullable String category, @Nullable BigDecimal minPrice,
        @Nullable BigDecimal maxPrice, SortOrder sort) {}
