package dev.ashlar.chassis.messaging;

import dev.ashlar.chassis.observability.RequestId;
import dev.ashlar.chassis.observability.TraceContext;
import io.micrometer.tracing.Span;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Handles one message: envelope, payload, then inbox row and effect in one transaction. */
final class SubscriptionListener implements MessageListener<byte[], byte[]> {

    private final Subscription subscription;
    private final PayloadReader payloads;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final TraceContext traces;

    SubscriptionListener(Subscription subscription, PayloadReader payloads, Inbox inbox,
            TransactionTemplate transactions, TraceContext traces) {
        this.subscription = subscription;
        this.payloads = payloads;
        this.inbox = inbox;
        this.transactions = transactions;
        this.traces = traces;
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

    private <T> void handle(ConsumerRecord<byte[], byte[]> message, ReceivedEvent event,
            Subscription.Handler<T> handler) {
        var payload = payloads.read(message.value(), handler.payload(), event.type());
        transactions.executeWithoutResult(_ -> {
            if (inbox.add(event)) {
                handler.effect().accept(payload, event);
            }
        });
    }
}
