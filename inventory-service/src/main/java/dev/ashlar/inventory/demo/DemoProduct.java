package dev.ashlar.inventory.demo;

import dev.ashlar.inventory.catalogue.ProductDetails;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/** A product of {@code demo/products.json}; its price is in US dollars. */
record DemoProduct(UUID id, String sku, String name, String description, String category, BigDecimal price,
        Map<String, Object> attributes, int stock) {

    ProductDetails details() {
        return new ProductDetails(name, description, category, price, "USD", attributes);
    }
}
