package dev.ashlar.inventory;

import static dev.ashlar.testing.EventSchemas.example;
import static java.util.stream.Collectors.joining;

import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Publishes the events of order-service. */
public final class TestOrders {

    private TestOrders() {}

    /** One line of an order, in JSON. */
    public static String line(UUID product, int quantity) {
        return "{\"product_id\": \"%s\", \"quantity\": %d, \"unit_price\": 49.99}".formatted(product, quantity);
    }

    public static TestEvent created(UUID order, String... lines) {
        return event("order.created", order, lines);
    }

    public static TestEvent cancelled(UUID order, String... lines) {
        return event("order.cancelled", order, lines);
    }

    public static TestEvent rejected(UUID order, String... lines) {
        return event("order.rejected", order, lines);
    }

    public static UUID publish(TestEvent event) {
        EventSchemas.assertValid(event.type(), event.data());
        Events.publish("orders", event);
        return UUID.fromString(event.subject());
    }

    /** The events that inventory-service published about an order. */
    public static List<TestEvent> inventoryEventsOf(UUID order) {
        return Events.on("inventory").ofSubject(order);
    }

    private static TestEvent event(String type, UUID order, String... lines) {
        var json = JsonMapper.shared();
        var data = (ObjectNode) json.readTree(example(type));
        data.put("order_id", order.toString());
        data.set("items", json.readTree(Arrays.stream(lines).collect(joining(",", "[", "]"))));
        return TestEvent.of(type, order, data.toString()).from("/order-service");
    }
}
