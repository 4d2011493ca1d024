package dev.ashlar.chassis.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What a service does with the events of a topic; declared as a bean. Types without a handler are ignored. */
public final class Subscription {

    private final String topic;
    private final boolean compacted;
    private final Map<String, Handler<?>> handlers;

    /** How one type is read and handled. */
    record Handler<T>(Class<T> payload, BiConsumer<T, ReceivedEvent> effect) {}

    private Subscription(String topic, boolean compacted, Map<String, Handler<?>> handlers) {
        this.topic = topic;
        this.compacted = compacted;
        this.handlers = handlers;
    }

    /** A subscription to a topic in which every message is an event. */
    public static Subscription to(String topic) {
        return new Subscription(topic, false, Map.of());
    }

    /** A subscription to a compacted topic, in which tombstones are ignored. */
    public static Subscription toCompacted(String topic) {
        return new Subscription(topic, true, Map.of());
    }

    /**
     * Handles events of a type in a transaction, once each. The payload is checked against its constraints
     * (Jakarta Validation) first; what violates them is a dead letter.
     */
    public <T> Subscription on(String type, Class<T> payload, Consumer<T> effect) {
        return on(type, payload, (data, _) -> effect.accept(data));
    }

    /** As {@link #on(String, Class, Consumer)}, for effects that need the envelope too. */
    public <T> Subscription on(String type, Class<T> payload, BiConsumer<T, ReceivedEvent> effect) {
        var all = new HashMap<>(handlers);
        all.put(type, new Handler<>(payload, effect));
        return new Subscription(topic, compacted, Map.copyOf(all));
    }

    String topic() {
        return topic;
    }

    boolean isCompacted() {
        return compacted;
    }

    Map<String, Handler<?>> handlers() {
        return handlers;
    }
}
