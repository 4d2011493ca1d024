package dev.ashlar.inventory.catalogue.events;

import dev.ashlar.inventory.catalogue.Product;
import dev.ashlar.messaging.EventPayload;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of a product after a change, see {@code events/products/product.changed.schema.json}. */
public record ProductChanged(UUID productId, long productVersion, String sku, String name, String description,
        String category, BigDecimal price, String currency, Map<String, Object> attributes, @Nullable String imageUrl,
        boolean inStock, Instant updatedAt) implements EventPayload {

    /** Compacted, keyed by product. */
    public static final String TOPIC = "products";

    public static ProductChanged of(Product product) {
        var details = product.details();
        return new ProductChanged(product.id(), product.version(), product.sku(), details.name(),
                details.description(), details.category(), details.price(), details.currency(), details.attributes(),
                product.imageUrl(), product.inStock(), product.updatedAt());
    }

    @Override
    public String type() {
        return "product.changed";
    }
}
