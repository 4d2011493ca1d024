package dev.ashlar.order;

import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import java.math.BigDecimal;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event of another service, made from the example in {@code events/}. */
public final class IncomingEvent {

    private final String topic;
    private final String type;
    private final UUID subject;
    private final ObjectNode data;

    private IncomingEvent(String topic, String type, String idField, UUID subject) {
        this.topic = topic;
        this.type = type;
        this.subject = subject;
        data = (ObjectNode) JsonMapper.shared().readTree(EventSchemas.example(type));
        data.put(idField, subject.toString());
    }

    public static IncomingEvent productChanged(UUID product, int version, String price) {
        var event = new IncomingEvent("products", "product.changed", "product_id", product);
        event.data.put("product_version", version).put("price", new BigDecimal(price));
        return event;
    }

    public static IncomingEvent productRemoved(UUID product, int version) {
        var event = new IncomingEvent("products", "product.removed", "product_id", product);
        event.data.put("product_version", version);
        return event;
    }

    public static IncomingEvent reserved(UUID order) {
        return new IncomingEvent("inventory", "inventory.reserved", "order_id", order);
    }

    public static IncomingEvent rejected(UUID order) {
        return new IncomingEvent("inventory", "inventory.rejected", "order_id", order);
    }

    public static IncomingEvent released(UUID order) {
        return new IncomingEvent("inventory", "inventory.released", "order_id", order);
    }

    public IncomingEvent with(String field, String value) {
        data.put(field, value);
        return this;
    }

    public void publish() {
        Events.publish(topic, event());
    }

    public void publishIn(String request, String traceId) {
        Events.publish(topic, event().in(request, traceId));
    }

    public void publishTwice() {
        var event = event();
        Events.publish(topic, event);
        Events.publish(topic, event);
    }

    private TestEvent event() {
        EventSchemas.assertValid(type, data.toString());
        return TestEvent.of(type, subject, data.toString()).from("/inventory-service");
    }
}
