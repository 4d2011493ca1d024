package dev.ashlar.inventory.catalogue.search;

import dev.ashlar.inventory.catalogue.Product;
import java.math.BigDecimal;

/**
 * A product that was found.
 *
 * @param rank how well it matches the text, rounded so that it compares exactly; 0 without a text
 */
public record Hit(Product product, BigDecimal rank) {}
