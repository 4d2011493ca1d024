package dev.ashlar.inventory.catalogue.search;

import dev.ashlar.inventory.catalogue.Product;
import java.math.BigDecimal;

/**
 * A product in the result of a search.
 *
 * @param rank the relevance, higher is better, rounded so that equal ranks compare as equal; 0 without a text
 */
public record SearchHit(Product product, BigDecimal rank) {}
