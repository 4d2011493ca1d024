package dev.ashlar.inventory.catalogue.web;

import dev.ashlar.inventory.catalogue.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product as callers see it, alone or in a list. */
record ProductAnswer(UUID id, String sku, String name, String description, String category, BigDecimal price,
        String currency, Map<String, Object> attributes, @Nullable String imageUrl, boolean inStock,
        Instant updatedAt) {

    static ProductAnswer of(Product product) {
        var details = product.details();
        return new ProductAnswer(product.id(), product.sku(), details.name(), details.description(),
                details.category(), details.price(), details.currency(), details.attributes(), product.imageUrl(),
                product.inStock(), product.updatedAt());
    }
}
