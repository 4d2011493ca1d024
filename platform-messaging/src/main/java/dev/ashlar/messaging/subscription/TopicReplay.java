package dev.ashlar.messaging.subscription;

import dev.ashlar.messaging.EventReplay;
import dev.ashlar.messaging.FaultClassifier;
import dev.ashlar.messaging.ReceivedEvent;
import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.observability.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Assigns all partitions to one consumer and commits no offset, so it needs no group and disturbs none. */
final class TopicReplay implements EventReplay {

    private static final Logger log = LoggerFactory.getLogger(TopicReplay.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final Subscription subscription;
    private final EventReader reader;
    private final TransactionTemplate savepoints;
    private final FaultClassifier faults;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> begin;

    TopicReplay(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, Subscription subscription,
            EventReader reader, PlatformTransactionManager transactions, FaultClassifier faults,
            @Nullable Instant from) {
        this.consumer = consumer;
        this.subscription = subscription;
        this.reader = reader;
        this.savepoints = new TransactionTemplate(transactions);
        savepoints.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.faults = faults;
        this.partitions = consumer.partitionsFor(subscription.topic()).stream()
                .map(partition -> new TopicPartition(subscription.topic(), partition.partition())).toList();
        consumer.assign(partitions);
        this.begin = begin(from);
        begin.forEach(consumer::seek);
    }

    private Map<TopicPartition, Long> begin(@Nullable Instant from) {
        if (from == null) {
            return consumer.beginningOffsets(partitions);
        }
        var end = consumer.endOffsets(partitions);
        var found = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(one -> one, _ -> from.toEpochMilli())));
        return partitions.stream().collect(Collectors.toMap(one -> one,
                one -> found.get(one) == null ? end.get(one) : found.get(one).offset()));
    }

    @Override
    public long total() {
        return distance(consumer.endOffsets(partitions));
    }

    @Override
    public long processed() {
        return distance(partitions.stream().collect(Collectors.toMap(one -> one, consumer::position)));
    }

    private long distance(Map<TopicPartition, Long> to) {
        return partitions.stream().mapToLong(one -> to.get(one) - begin.get(one)).sum();
    }

    @Override
    public void next(Consumer<Runnable> transaction) {
        var messages = consumer.poll(POLL);
        if (!messages.isEmpty()) {
            transaction.accept(() -> messages.forEach(this::handle));
        }
    }

    /** A savepoint protects the other messages of the transaction from a message that the database refuses. */
    private void handle(ConsumerRecord<byte[], byte[]> message) {
        try {
            if (message.value() != null || !subscription.compacted()) {
                var event = reader.envelope(message);
                var handler = subscription.handlers().get(event.type());
                if (handler != null) {
                    savepoints.executeWithoutResult(_ -> handle(message, event, handler));
                }
            }
        } catch (RuntimeException e) {
            if (faults.isTransient(e) || faults.isAmbiguous(e)) {
                throw e;
            }
            log.atWarn().addKeyValue("topic", message.topic()).addKeyValue("partition", message.partition())
                    .addKeyValue("offset", message.offset()).addKeyValue("cause", Cause.of(e))
                    .log("A replay skips an event that can't be handled");
        }
    }

    private <T> void handle(ConsumerRecord<byte[], byte[]> message, ReceivedEvent event,
            Subscription.Handler<T> handler) {
        handler.effect().accept(reader.payload(message.value(), handler.payload(), event.type()), event);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
