package dev.ashlar.inventory.catalogue.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.inventory.catalogue.Product;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/**
 * The names by which the edge cache finds responses. A change of a product purges {@code product-<id>} and {@code catalogue}. The name of
 * a category is URL-encoded.
 */
final class SurrogateKeys {

    static final String HEADER = "Surrogate-Key";

    private static final String CATALOGUE = "catalogue";

    private SurrogateKeys() {}

    static String ofProduct(Product product) {
        return "product-%s %s".formatted(product.id(), ofCategory(product.details().category()));
    }

    /** Each change of a product can change each list. */
    static String ofList(@Nullable String category) {
        return category == null ? CATALOGUE : CATALOGUE + " " + ofCategory(category);
    }

    /** All that a change of the product makes invalid. */
    static String ofChange(Product product) {
        return ofProduct(product) + " " + CATALOGUE;
    }

    private static String ofCategory(String category) {
        return "category-" + URLEncoder.encode(category, UTF_8);
    }
}
