package dev.ashlar.chassis.messaging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends a batch and waits for the broker's acknowledgements, bounded below the database's idle timeout of 15 s. An aggregate's
 * next event is sent once the one before it is acknowledged: a failure never lets a later event overtake.
 */
final class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    /** Begun by then, a wave ends within delivery.timeout.ms (8 s) and max.block.ms (3 s): before the idle timeout. */
    private static final long LAST_WAVE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long ACK_SECONDS = 9;

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final LongSupplier nanoTime;

    OutboxSender(KafkaTemplate<byte[], byte[]> kafka, LongSupplier nanoTime) {
        this.kafka = kafka;
        this.nanoTime = nanoTime;
    }

    /**
     * What became of a batch. What is neither acknowledged nor has failed was left for the next batch, since time was up.
     *
     * @param acknowledged the ids of the rows that the broker has
     * @param failed whether the broker did not acknowledge all that was sent
     */
    record Sent(Set<Long> acknowledged, boolean failed) {}

    Sent send(List<OutboxTable.Row> rows) {
        var begun = nanoTime.getAsLong();
        var acknowledged = new HashSet<Long>();
        var tried = 0;
        var waiting = byAggregate(rows);
        while (!waiting.isEmpty() && nanoTime.getAsLong() - begun < LAST_WAVE_NANOS
                && !Thread.currentThread().isInterrupted()) {
            var wave = waiting.values().stream().map(Deque::element).toList();
            tried += wave.size();
            acknowledged.addAll(sendWave(wave));
            waiting.values().removeIf(queue -> !acknowledged.contains(queue.remove().id()) || queue.isEmpty());
        }
        return new Sent(acknowledged, acknowledged.size() < tried);
    }

    private static Map<String, Deque<OutboxTable.Row>> byAggregate(List<OutboxTable.Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.topic() + '/' + row.key(), LinkedHashMap::new,
                Collectors.toCollection(ArrayDeque::new)));
    }

    private List<Long> sendWave(List<OutboxTable.Row> wave) {
        var sent = new LinkedHashMap<Long, CompletableFuture<?>>();
        for (var row : wave) {
            try {
                sent.put(row.id(), kafka.send(Headers.write(row.topic(), row.key(), row.headers(), row.payload())));
            } catch (RuntimeException e) {
                warn(row, e);
                if (isOutage(e)) {
                    break; // what follows would only wait as long again
                }
            }
        }
        return wave.stream().filter(row -> sent.containsKey(row.id()) && isAcknowledged(row, sent.get(row.id())))
                .map(OutboxTable.Row::id).toList();
    }

    /** The producer gives up after delivery.timeout.ms by itself: after that nothing of a wave is under way any more. */
    private static boolean isAcknowledged(OutboxTable.Row row, CompletableFuture<?> result) {
        try {
            result.get(ACK_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            warn(row, e);
        }
        return false;
    }

    private static boolean isOutage(RuntimeException e) {
        return e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException
                || !(e instanceof KafkaException);
    }

    private static void warn(OutboxTable.Row row, Exception e) {
        var cause = Objects.requireNonNullElse(e.getCause(), e);
        log.atWarn().addKeyValue("cause", cause.getClass().getSimpleName()).addKeyValue("topic", row.topic())
                .log("An event was not acknowledged; it stays in the outbox");
    }
}
