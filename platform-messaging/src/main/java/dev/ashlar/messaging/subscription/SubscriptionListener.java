package dev.ashlar.messaging.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.messaging.EventHeaders;
import dev.ashlar.messaging.PoisonEvent;
import dev.ashlar.messaging.ReceivedEvent;
import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.TraceContext;
import dev.ashlar.messaging.deadletter.RetriedEvents;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AbstractConsumerSeekAware;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives the messages of a subscription. Reads the envelope and the payload, then adds the inbox row and runs the handler in one
 * transaction. The container commits the offset afterwards, and passes exceptions to the error handler.
 */
final class SubscriptionListener extends AbstractConsumerSeekAware implements MessageListener<byte[], byte[]> {

    private final Subscription subscription;
    private final EventReader reader;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final TraceContext traces;
    private final RetriedEvents retried;

    SubscriptionListener(Subscription subscription, EventReader reader, Inbox inbox, TransactionTemplate transactions,
            TraceContext traces, RetriedEvents retried) {
        this.subscription = subscription;
        this.reader = reader;
        this.inbox = inbox;
        this.transactions = transactions;
        this.traces = traces;
        this.retried = retried;
    }

    /** An {@link Error} would end the container. So the event becomes a dead letter instead. */
    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> message) {
        try {
            receive(message);
        } catch (Error e) {
            throw new PoisonEvent("Its effect failed with " + e.getClass().getSimpleName(), e);
        }
    }

    private void receive(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null && subscription.compacted()) {
            if (subscription.tombstone() != null) {
                handleTombstone(message, subscription.tombstone());
            }
            return;
        }
        var event = reader.envelope(message);
        var handler = subscription.handlers().get(event.type());
        if (handler != null) {
            traces.resume(event.requestId(), event.type(), name -> EventHeaders.read(message, name),
                    () -> handle(message, event, handler));
        }
    }

    private <T> void handle(ConsumerRecord<byte[], byte[]> message, ReceivedEvent event,
            Subscription.Handler<T> handler) {
        var payload = reader.payload(message.value(), handler.payload(), event.type());
        transactions.executeWithoutResult(_ -> {
            if (inbox.add(event)) {
                handler.effect().accept(payload, event);
            }
        });
        retried.succeeded(message);
    }

    /** Tombstones may have no envelope, so they have no inbox row. Their handlers are repeatable. */
    private void handleTombstone(ConsumerRecord<byte[], byte[]> message, Consumer<UUID> handler) {
        var aggregate = aggregate(message.key());
        transactions.executeWithoutResult(_ -> handler.accept(aggregate));
        retried.succeeded(message);
    }

    private static UUID aggregate(byte @Nullable [] key) {
        try {
            return UUID.fromString(new String(Objects.requireNonNullElse(key, new byte[0]), UTF_8));
        } catch (IllegalArgumentException e) {
            throw new PoisonEvent("The key of a tombstone must be a UUID", e);
        }
    }
}
