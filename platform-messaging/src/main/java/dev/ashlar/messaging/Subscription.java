package dev.ashlar.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a service does with the events of a topic; declared as a bean. Types without a handler are ignored. */
public final class Subscription {

    private final String topic;
    private final boolean compacted;
    private final Map<String, Handler<?>> handlers;
    private final @Nullable Consumer<UUID> tombstone;

    /** How one type is read and handled. */
    record Handler<T>(Class<T> payload, BiConsumer<T, ReceivedEvent> effect) {}

    private Subscription(String topic, boolean compacted, Map<String, Handler<?>> handlers,
            @Nullable Consumer<UUID> tombstone) {
        this.topic = topic;
        this.compacted = compacted;
        this.handlers = handlers;
        this.tombstone = tombstone;
    }

    /** A subscription to a topic in which every message is an event. */
    public static Subscription to(String topic) {
        return new Subscription(topic, false, Map.of(), null);
    }

    /** A subscription to a compacted topic, in which tombstones are ignored unless {@link #onTombstone} handles them. */
    public static Subscription toCompacted(String topic) {
        return new Subscription(topic, true, Map.of(), null);
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
        return new Subscription(topic, compacted, Map.copyOf(all), tombstone);
    }

    /**
     * Handles tombstones, which have the id of an aggregate as their key and may be all that compaction left of it. The effect runs in
     * a transaction, perhaps several times, and before or after any other event of the aggregate.
     */
    public Subscription onTombstone(Consumer<UUID> effect) {
        return new Subscription(topic, compacted, handlers, effect);
    }

    String topic() {
        return topic;
    }

    boolean isCompacted() {
        return compacted;
    }

    Optional<Consumer<UUID>> tombstone() {
        return Optional.ofNullable(tombstone);
    }

    Map<String, Handler<?>> handlers() {
        return handlers;
    }
}
