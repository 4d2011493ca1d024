package dev.ashlar.chassis.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(9);

    private final KafkaTemplate<byte[], byte[]> kafka;

    OutboxSender(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /** The ids of the rows that the broker has acknowledged. */
    Set<Long> send(List<OutboxTable.Row> rows) {
        var end = System.nanoTime() + BOUND_NANOS;
        var acknowledged = new HashSet<Long>();
        var waiting = byAggregate(rows);
        while (!waiting.isEmpty() && !Thread.currentThread().isInterrupted()) {
            var wave = waiting.values().stream().map(Deque::element).toList();
            acknowledged.addAll(sendWave(wave, end));
            waiting.values().removeIf(queue -> !acknowledged.contains(queue.remove().id()) || queue.isEmpty());
        }
        return acknowledged;
    }

    private static Map<String, Deque<OutboxTable.Row>> byAggregate(List<OutboxTable.Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.topic() + '/' + row.key(), LinkedHashMap::new,
                Collectors.toCollection(ArrayDeque::new)));
    }

    private List<Long> sendWave(List<OutboxTable.Row> wave, long end) {
        var sent = new LinkedHashMap<Long, CompletableFuture<?>>();
        try {
            for (var row : wave) {
                sent.put(row.id(), kafka.send(Headers.write(row.topic(), row.key(), row.headers(), row.payload())));
            }
        } catch (KafkaException e) {
            warn(e); // no metadata: what follows would only wait as long again
        }
        var acknowledged = new ArrayList<Long>();
        sent.forEach((id, result) -> {
            if (isAcknowledged(result, end)) {
                acknowledged.add(id);
            }
        });
        return acknowledged;
    }

    private static boolean isAcknowledged(CompletableFuture<?> result, long end) {
        try {
            result.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            warn(e);
        }
        return false;
    }

    private static void warn(Exception e) {
        var cause = Objects.requireNonNullElse(e.getCause(), e);
        log.atWarn().addKeyValue("cause", cause.getClass().getSimpleName())
                .log("An event was not acknowledged; it stays in the outbox");
    }
}
