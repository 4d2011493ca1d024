package dev.ashlar.inventory.catalogue.search;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; null: any.
 *
 * @param text as people type it into a search box: words, "phrases", or, -not
 */
public record Criteria(@Nullable String text, @Nullable String category, @Nullable BigDecimal minPrice,
        @Nullable BigDecimal maxPrice, Sort sort) {}
