package dev.ashlar.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The handlers of a topic's events, declared as a bean. Events without a handler for their type are ignored.
 *
 * @param compacted whether the topic has tombstones; they are ignored if {@code tombstone} is null
 * @param handlers by type of event
 * @param preparation see {@link #beforeBatch}
 */
public record Subscription(String topic, boolean compacted, Map<String, Handler<?>> handlers,
        @Nullable Consumer<UUID> tombstone, Consumer<List<Object>> preparation) {

    private static final Consumer<List<Object>> NONE = _ -> {};

    /** Reads the payload of one type and handles it. */
    public record Handler<T>(Class<T> payload, BiConsumer<T, ReceivedEvent> effect) {}

    /** A subscription to a topic in which each message is an event. */
    public static Subscription to(String topic) {
        return new Subscription(topic, false, Map.of(), null, NONE);
    }

    /** A subscription to a compacted topic. */
    public static Subscription toCompacted(String topic) {
        return new Subscription(topic, true, Map.of(), null, NONE);
    }

    /**
     * Handles each event of a type once, in a transaction. A payload that violates its constraints (Jakarta Validation) is a dead
     * letter and does not reach the handler.
     */
    public <T> Subscription on(String type, Class<T> payload, Consumer<T> effect) {
        return on(type, payload, (data, _) -> effect.accept(data));
    }

    /** As {@link #on(String, Class, Consumer)}, for handlers that need the envelope too. */
    public <T> Subscription on(String type, Class<T> payload, BiConsumer<T, ReceivedEvent> effect) {
        var all = new HashMap<>(handlers);
        all.put(type, new Handler<>(payload, effect));
        return new Subscription(topic, compacted, Map.copyOf(all), tombstone, preparation);
    }

    /**
     * Handles tombstones. Compaction may have removed all other events of the aggregate. The handler runs in a transaction, possibly
     * several times, and before or after any other event of the aggregate.
     */
    public Subscription onTombstone(Consumer<UUID> effect) {
        return new Subscription(topic, compacted, handlers, effect, preparation);
    }

    /**
     * Under load, the events of one poll and partition share a transaction. This work runs in it, before the handlers, with the
     * payloads that they will get. It locks rows in one order, for example, so that concurrent batches cannot deadlock.
     */
    public Subscription beforeBatch(Consumer<List<Object>> work) {
        return new Subscription(topic, compacted, handlers, tombstone, work);
    }

    /** Runs the work of {@link #beforeBatch}. */
    public void prepare(List<Object> payloads) {
        preparation.accept(payloads);
    }
}
