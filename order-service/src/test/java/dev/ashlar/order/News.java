package dev.ashlar.order;

import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import java.math.BigDecimal;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events of other services, made from the repository's examples. */
public final class News {

    private final String topic;
    private final String type;
    private final UUID subject;
    private final ObjectNode data;

    private News(String topic, String type, String idField, UUID subject) {
        this.topic = topic;
        this.type = type;
        this.subject = subject;
        data = (ObjectNode) JsonMapper.shared().readTree(EventSchemas.example(type));
        data.put(idField, subject.toString());
    }

    public static News productChanged(UUID product, int version, String price) {
        var news = new News("products", "product.changed", "product_id", product);
        news.data.put("product_version", version).put("price", new BigDecimal(price));
        return news;
    }

    public static News productRemoved(UUID product, int version) {
        var news = new News("products", "product.removed", "product_id", product);
        news.data.put("product_version", version);
        return news;
    }

    public static News reserved(UUID order) {
        return new News("inventory", "inventory.reserved", "order_id", order);
    }

    public static News rejected(UUID order) {
        return new News("inventory", "inventory.rejected", "order_id", order);
    }

    public static News released(UUID order) {
        return new News("inventory", "inventory.released", "order_id", order);
    }

    public News with(String field, String value) {
        data.put(field, value);
        return this;
    }

    public void spread() {
        Events.publish(topic, event());
    }

    /** Caused by this request, in this trace. */
    public void spreadIn(String request, String traceId) {
        Events.publish(topic, event().in(request, traceId));
    }

    public void spreadTwice() {
        var event = event();
        Events.publish(topic, event);
        Events.publish(topic, event);
    }

    private TestEvent event() {
        EventSchemas.assertValid(type, data.toString());
        return TestEvent.of(type, subject, data.toString()).from("/inventory-service");
    }
}
