package dev.ashlar.messaging.subscription;

import dev.ashlar.messaging.EventHeaders;
import dev.ashlar.messaging.PoisonEvent;
import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.TraceContext;
import dev.ashlar.messaging.deadletter.RetriedEvents;
import dev.ashlar.messaging.observability.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AbstractConsumerSeekAware;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives the messages of a subscription. Handles the messages of one poll and partition in one transaction. If that fails, it
 * handles them one by one: only the message at fault is retried or becomes a dead letter (ADR 52). The container commits the
 * offsets afterwards, and passes exceptions to the error handler.
 */
final class SubscriptionListener extends AbstractConsumerSeekAware implements BatchMessageListener<byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionListener.class);

    private final Subscription subscription;
    private final MessageReader reader;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final TraceContext traces;
    private final RetriedEvents retried;

    /** By partition: the last offset of the last batch or message that failed. The messages up to it are handled one by one. */
    private final Map<TopicPartition, Long> failedUntil = new ConcurrentHashMap<>();

    SubscriptionListener(Subscription subscription, EventReader reader, Inbox inbox, TransactionTemplate transactions,
            TraceContext traces, RetriedEvents retried) {
        this.subscription = subscription;
        this.reader = new MessageReader(subscription, reader);
        this.inbox = inbox;
        this.transactions = transactions;
        this.traces = traces;
        this.retried = retried;
    }

    /** @throws BatchListenerFailedException with the failed message; the messages before it in the list are handled */
    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> polled) {
        var partitions = new LinkedHashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        polled.forEach(message -> partitions.computeIfAbsent(partition(message), _ -> new ArrayList<>()).add(message));
        partitions.values().forEach(messages -> {
            if (!handledTogether(messages)) {
                messages.forEach(this::handleAlone);
            }
        });
    }

    private boolean handledTogether(List<ConsumerRecord<byte[], byte[]>> messages) {
        var partition = partition(messages.getFirst());
        if (messages.size() == 1 || messages.getFirst().offset() <= failedUntil.getOrDefault(partition, -1L)) {
            return false;
        }
        try {
            var received = messages.stream().map(reader::read).flatMap(Optional::stream).toList();
            transactions.executeWithoutResult(_ -> {
                var isNew = inbox.addAll(received.stream().map(ReadMessage::event).filter(Objects::nonNull).toList());
                var fresh = received.stream().filter(one -> one.event() == null || isNew.remove(one.event().key()))
                        .toList();
                subscription.prepare(fresh.stream().map(ReadMessage::payload).filter(Objects::nonNull).toList());
                fresh.forEach(one -> inTrace(one, one.effect()));
            });
            received.forEach(one -> retried.succeeded(one.message()));
            return true;
        } catch (RuntimeException | Error e) { // each message shows its own fault when it is handled alone
            log.atDebug().addKeyValue("partition", partition).addKeyValue("messages", messages.size())
                    .addKeyValue("cause", Cause.of(e)).log("A batch failed; its messages are handled one by one");
            failedUntil.put(partition, messages.getLast().offset());
            return false;
        }
    }

    /**
     * An {@link Error} would end the container. So the event becomes a dead letter instead.
     *
     * @throws BatchListenerFailedException with the exception of the handler as its cause
     */
    void handleAlone(ConsumerRecord<byte[], byte[]> message) {
        try {
            reader.read(message).ifPresent(this::handle);
        } catch (RuntimeException e) {
            throw failed(message, e);
        } catch (Error e) {
            throw failed(message, new PoisonEvent("Its effect failed with " + e.getClass().getSimpleName(), e));
        }
    }

    /** The retry will be alone too, also if more messages have arrived until then. */
    private BatchListenerFailedException failed(ConsumerRecord<byte[], byte[]> message, RuntimeException cause) {
        failedUntil.merge(partition(message), message.offset(), Math::max);
        return new BatchListenerFailedException("An event failed", cause, message);
    }

    private void handle(ReadMessage received) {
        inTrace(received, () -> transactions.executeWithoutResult(_ -> {
            if (received.event() == null || inbox.add(received.event())) {
                received.effect().run();
            }
        }));
        retried.succeeded(received.message());
    }

    private void inTrace(ReadMessage received, Runnable work) {
        var event = received.event();
        if (event == null) {
            work.run();
        } else {
            traces.resume(event.requestId(), event.type(), name -> EventHeaders.read(received.message(), name), work);
        }
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> message) {
        return new TopicPartition(message.topic(), message.partition());
    }
}
