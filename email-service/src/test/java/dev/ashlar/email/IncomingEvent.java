package dev.ashlar.email;

import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event of another service, made from the examples in {@code events/}. */
final class IncomingEvent {

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

    static IncomingEvent userRegistered(UUID user, String email) {
        return user("user.registered", user, 1).with("email", email);
    }

    static IncomingEvent userChanged(UUID user, int version, String email) {
        return user("user.changed", user, version).with("email", email);
    }

    static IncomingEvent userDeleted(UUID user, int version) {
        return user("user.deleted", user, version);
    }

    /** @param type such as {@code order.confirmed} */
    static IncomingEvent order(String type, UUID order, UUID owner) {
        return new IncomingEvent("orders", type, "order_id", order).with("user_id", owner.toString());
    }

    private static IncomingEvent user(String type, UUID user, int version) {
        var event = new IncomingEvent("users", type, "user_id", user);
        event.data.put("user_version", version);
        return event;
    }

    IncomingEvent with(String field, String value) {
        data.put(field, value);
        return this;
    }

    /** The payload of older versions of order-service. */
    IncomingEvent withoutProductNames() {
        data.withArray("items").forEach(item -> ((ObjectNode) item).remove("name"));
        return this;
    }

    TestEvent publish() {
        var event = event();
        Events.publish(topic, event);
        return event;
    }

    /** Publishes the event with the headers of this request and this trace. */
    void publishIn(String request, String traceId) {
        Events.publish(topic, event().in(request, traceId));
    }

    void publishTwice() {
        var event = event();
        Events.publish(topic, event);
        Events.publish(topic, event);
    }

    /** Publishes an invalid event: a required field is missing. */
    void publishWithout(String field) {
        Events.publish(topic, TestEvent.of(type, subject, data.without(field).toString()).from("/test"));
    }

    private TestEvent event() {
        EventSchemas.assertValid(type, data.toString());
        return TestEvent.of(type, subject, data.toString()).from("/test");
    }
}
