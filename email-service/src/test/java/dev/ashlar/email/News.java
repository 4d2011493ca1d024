package dev.ashlar.email;

import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events of other services, made from the repository's examples. */
final class News {

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

    static News userRegistered(UUID user, String email) {
        return user("user.registered", user, 1).with("email", email);
    }

    static News userChanged(UUID user, int version, String email) {
        return user("user.changed", user, version).with("email", email);
    }

    static News userDeleted(UUID user, int version) {
        return user("user.deleted", user, version);
    }

    /** @param type such as {@code order.confirmed} */
    static News order(String type, UUID order, UUID owner) {
        return new News("orders", type, "order_id", order).with("user_id", owner.toString());
    }

    private static News user(String type, UUID user, int version) {
        var news = new News("users", type, "user_id", user);
        news.data.put("user_version", version);
        return news;
    }

    News with(String field, String value) {
        data.put(field, value);
        return this;
    }

    /** As older versions of order-service told it. */
    News withoutProductNames() {
        data.withArray("items").forEach(item -> ((ObjectNode) item).remove("name"));
        return this;
    }

    TestEvent spread() {
        var event = event();
        Events.publish(topic, event);
        return event;
    }

    /** Caused by this request, in this trace. */
    void spreadIn(String request, String traceId) {
        Events.publish(topic, event().in(request, traceId));
    }

    void spreadTwice() {
        var event = event();
        Events.publish(topic, event);
        Events.publish(topic, event);
    }

    /** With a field missing, as no healthy producer sends it. */
    void spreadWithout(String field) {
        Events.publish(topic, TestEvent.of(type, subject, data.without(field).toString()).from("/test"));
    }

    private TestEvent event() {
        EventSchemas.assertValid(type, data.toString());
        return TestEvent.of(type, subject, data.toString()).from("/test");
    }
}
