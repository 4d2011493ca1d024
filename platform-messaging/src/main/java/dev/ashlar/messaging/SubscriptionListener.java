package dev.ashlar.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.tracing.Span;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AbstractConsumerSeekAware;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Handles one message: envelope, payload, then inbox row and effect in one transaction. */
final class SubscriptionListener extends AbstractConsumerSeekAware implements MessageListener<byte[], byte[]> {

    private final Subscription subscription;
    private final PayloadReader payloads;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final TraceContext traces;
    private final HeldEvents held;

    SubscriptionListener(Subscription subscription, PayloadReader payloads, Inbox inbox,
            TransactionTemplate transactions, TraceContext traces, HeldEvents held) {
        this.subscription = subscription;
        this.payloads = payloads;
        this.inbox = inbox;
        this.transactions = transactions;
        this.traces = traces;
        this.held = held;
    }

    /** An {@link Error} would end the container, and with it the subscription: it is this event that can't be handled. */
    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> message) {
        try {
            receive(message);
        } catch (Error e) {
            throw new PoisonEvent("Its effect failed with " + e.getClass().getSimpleName(), e);
        }
    }

    private void receive(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null && subscription.isCompacted()) {
            subscription.tombstone().ifPresent(effect -> erase(message, effect));
            return;
        }
        var event = ReceivedEvent.of(message);
        var handler = subscription.handlers().get(event.type());
        if (handler == null) {
            return;
        }
        try (var _ = RequestId.set(event.requestId())) {
            traces.inSpan(event.type(), Span.Kind.CONSUMER, name -> Headers.read(message, name),
                    () -> handle(message, event, handler));
        }
    }

    /** A tombstone may be all that compaction left, with no envelope: its effect is repeatable and needs no inbox row. */
    private void erase(ConsumerRecord<byte[], byte[]> message, Consumer<UUID> effect) {
        var aggregate = aggregate(message.key());
        transactions.executeWithoutResult(_ -> effect.accept(aggregate));
        held.succeeded(message);
    }

    private static UUID aggregate(byte @Nullable [] key) {
        try {
            return UUID.fromString(new String(Objects.requireNonNullElse(key, new byte[0]), UTF_8));
        } catch (IllegalArgumentException e) {
            throw new PoisonEvent("The key of a tombstone must be a UUID", e);
        }
    }

    private <T> void handle(ConsumerRecord<byte[], byte[]> message, ReceivedEvent event,
            Subscription.Handler<T> handler) {
        var payload = payloads.read(message.value(), handler.payload(), event.type());
        transactions.executeWithoutResult(_ -> {
            if (inbox.add(event)) {
                handler.effect().accept(payload, event);
            }
        });
        held.succeeded(message);
    }
}
