package dev.ashlar.messaging.outbox;

import dev.ashlar.messaging.EventHeaders;
import dev.ashlar.messaging.observability.Cause;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends a batch to Kafka in passes. Each pass sends the next event of each aggregate and waits for the acknowledgements, so a later
 * event never overtakes a failed one. Thread-safe: the workers of all topics share the sender and its producer.
 */
final class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

    /**
     * The start of the last pass, after the start of the batch. A pass takes at most max.block.ms (3 s) and delivery.timeout.ms (8 s).
     * So a batch ends before PostgreSQL's idle_in_transaction_session_timeout (15 s).
     */
    private static final long LAST_PASS_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** Longer than delivery.timeout.ms: after the wait, the producer has no unfinished request of the pass. */
    private static final long ACKNOWLEDGEMENT_SECONDS = 9;

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final LongSupplier nanoTime;
    private final AtomicInteger producerResets = new AtomicInteger();

    OutboxSender(KafkaTemplate<byte[], byte[]> kafka, LongSupplier nanoTime) {
        this.kafka = kafka;
        this.nanoTime = nanoTime;
    }

    /**
     * The result of a batch of one topic. Rows in none of these lists stay for the next batch, because the time was up.
     *
     * @param acknowledged ids of the rows that the broker has
     * @param rejected the reason by key of aggregate, where the broker rejected this one event
     * @param failure the reason why the topic did not take other events; empty if it took all
     */
    record Result(Set<Long> acknowledged, Map<String, String> rejected, Optional<String> failure) {}

    Result send(List<OutboxTable.Row> rows) {
        var resetsBefore = producerResets.get();
        var begun = nanoTime.getAsLong();
        var acknowledged = new HashSet<Long>();
        var faults = new LinkedHashMap<OutboxTable.Row, Throwable>();
        var waiting = byAggregate(rows);
        while (!waiting.isEmpty() && nanoTime.getAsLong() - begun < LAST_PASS_NANOS
                && !Thread.currentThread().isInterrupted()) {
            var next = waiting.values().stream().map(Deque::element).toList();
            acknowledged.addAll(sendPass(next, faults));
            waiting.values().removeIf(queue -> !acknowledged.contains(queue.remove().id()) || queue.isEmpty());
        }
        if (faults.values().stream().anyMatch(SendFailure::isOfTheProducer)) {
            resetProducer(resetsBefore);
        }
        return result(acknowledged, faults);
    }

    /** A reset by another worker fails the sends of this batch. It needs no second reset, because the new producer works. */
    private void resetProducer(int resetsBefore) {
        if (producerResets.compareAndSet(resetsBefore, resetsBefore + 1)) {
            kafka.getProducerFactory().reset();
        }
    }

    private static Result result(Set<Long> acknowledged, Map<OutboxTable.Row, Throwable> faults) {
        var rejected = new LinkedHashMap<String, String>();
        faults.forEach((row, fault) -> {
            if (SendFailure.isOfTheEvent(fault)) {
                rejected.put(row.key(), fault.getClass().getSimpleName());
            }
        });
        var failure = faults.values().stream().filter(fault -> !SendFailure.isOfTheEvent(fault)).findFirst();
        return new Result(acknowledged, rejected, failure.map(SendFailure::name));
    }

    private static Map<String, Deque<OutboxTable.Row>> byAggregate(List<OutboxTable.Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(OutboxTable.Row::key, LinkedHashMap::new,
                Collectors.toCollection(ArrayDeque::new)));
    }

    private List<Long> sendPass(List<OutboxTable.Row> rows, Map<OutboxTable.Row, Throwable> faults) {
        var sent = new LinkedHashMap<OutboxTable.Row, CompletableFuture<?>>();
        for (var row : rows) {
            try {
                sent.put(row, kafka.send(EventHeaders.message(row.topic(), row.key(), row.headers(), row.payload())));
            } catch (RuntimeException e) {
                if (!SendFailure.isOfTheEvent(warn(row, e, faults))) {
                    break; // each further send would block for max.block.ms too
                }
            }
        }
        return sent.entrySet().stream().filter(one -> isAcknowledged(one.getKey(), one.getValue(), faults))
                .map(one -> one.getKey().id()).toList();
    }

    private static boolean isAcknowledged(OutboxTable.Row row, CompletableFuture<?> result,
            Map<OutboxTable.Row, Throwable> faults) {
        try {
            result.get(ACKNOWLEDGEMENT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            warn(row, e, faults);
        }
        return false;
    }

    private static Throwable warn(OutboxTable.Row row, Exception e, Map<OutboxTable.Row, Throwable> faults) {
        var fault = SendFailure.unwrapped(e);
        faults.put(row, fault);
        EventHeaders.log(row.key(), row.headers()::get,
                log.atWarn().addKeyValue("cause", Cause.of(fault)).addKeyValue("topic", row.topic()),
                "An event was not acknowledged; it stays in the outbox");
        return fault;
    }
}
