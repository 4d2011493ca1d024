package dev.ashlar.inventory.catalogue.web;

import dev.ashlar.inventory.catalogue.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product in responses. */
record ProductResponse(UUID id, String sku, String name, String description, String category, BigDecimal price,
        String currency, Map<String, Object> attributes, @Nullable String imageUrl, boolean inStock,
        Instant updatedAt) {

    static ProductResponse of(Product product) {
        var details = product.details();
        return new ProductResponse(product.id(), product.sku(), details.name(), details.description(),
                details.category(), details.price(), details.currency(), details.attributes(), product.imageUrl(),
                product.inStock(), product.updatedAt());
    }
}
