package dev.ashlar.messaging.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.messaging.PoisonEvent;
import dev.ashlar.messaging.ReceivedEvent;
import dev.ashlar.messaging.Subscription;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads a message and finds its handler. */
final class MessageReader {

    private final Subscription subscription;
    private final EventReader events;

    MessageReader(Subscription subscription, EventReader events) {
        this.subscription = subscription;
        this.events = events;
    }

    /**
     * Empty if the subscription ignores the message.
     *
     * @throws PoisonEvent if the message is not a valid event
     */
    Optional<ReadMessage> read(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null && subscription.compacted()) {
            return Optional.ofNullable(subscription.tombstone()).map(handler -> tombstone(message, handler));
        }
        var event = events.envelope(message);
        return Optional.ofNullable(subscription.handlers().get(event.type()))
                .map(handler -> event(message, event, handler));
    }

    private <T> ReadMessage event(ConsumerRecord<byte[], byte[]> message, ReceivedEvent event,
            Subscription.Handler<T> handler) {
        var payload = events.payload(message.value(), handler.payload(), event.type());
        return new ReadMessage(message, event, payload, () -> handler.effect().accept(payload, event));
    }

    private static ReadMessage tombstone(ConsumerRecord<byte[], byte[]> message, Consumer<UUID> handler) {
        var aggregate = aggregate(message.key());
        return new ReadMessage(message, null, null, () -> handler.accept(aggregate));
    }

    private static UUID aggregate(byte @Nullable [] key) {
        try {
            return UUID.fromString(new String(Objects.requireNonNullElse(key, new byte[0]), UTF_8));
        } catch (IllegalArgumentException e) {
            throw new PoisonEvent("The key of a tombstone must be a UUID", e);
        }
    }
}
