package dev.ashlar.messaging;

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
 * Sends a batch and waits for the broker's acknowledgements, bounded below the database's idle timeout of 15 s. An aggregate's
 * next event is sent once the one before it is acknowledged: a failure never lets a later event overtake. Thread-safe: all lanes
 * share it, as they share the producer.
 */
final class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    /** Begun by then, a wave ends within delivery.timeout.ms (8 s) and max.block.ms (3 s): before the idle timeout. */
    private static final long LAST_WAVE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long ACK_SECONDS = 9;

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final LongSupplier nanoTime;
    private final AtomicInteger producersReset = new AtomicInteger();

    OutboxSender(KafkaTemplate<byte[], byte[]> kafka, LongSupplier nanoTime) {
        this.kafka = kafka;
        this.nanoTime = nanoTime;
    }

    /**
     * What became of a batch of one topic. What is in none of these was left for the next batch, since time was up.
     *
     * @param acknowledged the ids of the rows that the broker has
     * @param refused the keys of the aggregates of which the broker refused an event for what it is, and each one's reason
     * @param failure why the topic did not take other events; empty if it took all
     */
    record Sent(Set<Long> acknowledged, Map<String, String> refused, Optional<String> failure) {}

    Sent send(List<OutboxTable.Row> rows) {
        var resetBefore = producersReset.get();
        var begun = nanoTime.getAsLong();
        var acknowledged = new HashSet<Long>();
        var faults = new LinkedHashMap<OutboxTable.Row, Throwable>();
        var waiting = byAggregate(rows);
        while (!waiting.isEmpty() && nanoTime.getAsLong() - begun < LAST_WAVE_NANOS
                && !Thread.currentThread().isInterrupted()) {
            var wave = waiting.values().stream().map(Deque::element).toList();
            acknowledged.addAll(sendWave(wave, faults));
            waiting.values().removeIf(queue -> !acknowledged.contains(queue.remove().id()) || queue.isEmpty());
        }
        if (faults.values().stream().anyMatch(SendFault::isOfTheProducer)) {
            resetProducer(resetBefore);
        }
        return sent(acknowledged, faults);
    }

    /** Not if another lane did so since: that alone fails the sends under way here, and the new producer is sound. */
    private void resetProducer(int resetBefore) {
        if (producersReset.compareAndSet(resetBefore, resetBefore + 1)) {
            kafka.getProducerFactory().reset();
        }
    }

    private static Sent sent(Set<Long> acknowledged, Map<OutboxTable.Row, Throwable> faults) {
        var refused = new LinkedHashMap<String, String>();
        faults.forEach((row, fault) -> {
            if (SendFault.isOfTheEvent(fault)) {
                refused.put(row.key(), fault.getClass().getSimpleName());
            }
        });
        var failure = faults.values().stream().filter(fault -> !SendFault.isOfTheEvent(fault)).findFirst();
        return new Sent(acknowledged, refused, failure.map(SendFault::name));
    }

    private static Map<String, Deque<OutboxTable.Row>> byAggregate(List<OutboxTable.Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.topic() + '/' + row.key(), LinkedHashMap::new,
                Collectors.toCollection(ArrayDeque::new)));
    }

    private List<Long> sendWave(List<OutboxTable.Row> wave, Map<OutboxTable.Row, Throwable> faults) {
        var sent = new LinkedHashMap<OutboxTable.Row, CompletableFuture<?>>();
        for (var row : wave) {
            try {
                sent.put(row, kafka.send(Headers.write(row.topic(), row.key(), row.headers(), row.payload())));
            } catch (RuntimeException e) {
                if (!SendFault.isOfTheEvent(warn(row, e, faults))) {
                    break; // what follows would only wait as long again
                }
            }
        }
        return sent.entrySet().stream().filter(one -> isAcknowledged(one.getKey(), one.getValue(), faults))
                .map(one -> one.getKey().id()).toList();
    }

    /** The producer gives up after delivery.timeout.ms by itself: after that nothing of a wave is under way any more. */
    private static boolean isAcknowledged(OutboxTable.Row row, CompletableFuture<?> result,
            Map<OutboxTable.Row, Throwable> faults) {
        try {
            result.get(ACK_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            warn(row, e, faults);
        }
        return false;
    }

    private static Throwable warn(OutboxTable.Row row, Exception e, Map<OutboxTable.Row, Throwable> faults) {
        var fault = SendFault.unwrapped(e);
        faults.put(row, fault);
        Headers.log(row.key(), row.headers()::get,
                log.atWarn().addKeyValue("cause", Cause.of(fault)).addKeyValue("topic", row.topic()),
                "An event was not acknowledged; it stays in the outbox");
        return fault;
    }
}
