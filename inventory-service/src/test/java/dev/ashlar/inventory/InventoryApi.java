package dev.ashlar.inventory;

import dev.ashlar.testing.Events;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.testing.TestEvent;
import java.util.List;
import java.util.UUID;

/** Requests to inventory-service, short enough for tests. */
public final class InventoryApi {

    public final ServiceClient anyone;
    public final ServiceClient shopper;
    public final ServiceClient admin;

    public InventoryApi(int port) {
        anyone = ServiceClient.of(port).below("/api/v1");
        shopper = ServiceClient.shopper(port).below("/api/v1");
        admin = ServiceClient.admin(port).below("/api/v1");
    }

    /** Adds a product in a new category. */
    public ServiceResponse newProduct() {
        return admin.post("/products", product(newSku(), "Desk lamp", "cat-" + UUID.randomUUID(), "49.99", "{}"));
    }

    public UUID productWithStock(int pieces) {
        var product = newProduct().id();
        adjust(product, pieces);
        return product;
    }

    public ServiceResponse adjust(UUID product, int delta) {
        return adjustUnder(UUID.randomUUID().toString(), product, delta);
    }

    public ServiceResponse adjustUnder(String key, UUID product, int delta) {
        return admin.post("/products/" + product + "/stock-adjustments",
                "{\"delta\": %d, \"reason\": \"Delivery\"}".formatted(delta), "Idempotency-Key", key);
    }

    public ServiceResponse product(UUID product) {
        return anyone.get("/products/" + product);
    }

    /** Available and reserved pieces, such as {@code 7+3}. */
    public String stockOf(UUID product) {
        var stock = admin.get("/products/" + product + "/stock").json();
        return stock.path("available").asInt() + "+" + stock.path("reserved").asInt();
    }

    public static List<TestEvent> eventsOf(UUID product) {
        return Events.on("products").ofSubject(product);
    }

    public static String newSku() {
        return "TEST-" + UUID.randomUUID();
    }

    public static String product(String sku, String name, String category, String price, String attributes) {
        return """
                {"sku": "%s", "name": "%s", "description": "Made of brushed steel", "category": "%s",
                 "price": %s, "currency": "USD", "attributes": %s}""".formatted(sku, name, category, price, attributes);
    }
}
