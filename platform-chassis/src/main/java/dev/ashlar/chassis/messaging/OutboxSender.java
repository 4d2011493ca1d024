package dev.ashlar.chassis.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends a batch in order and waits for the broker's acknowledgements; bounded below the database's idle timeout of 15 s. */
final class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    private static final long ACK_SECONDS = 9;

    private final KafkaTemplate<byte[], byte[]> kafka;

    OutboxSender(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    private record Sent(long id, CompletableFuture<?> acknowledged) {}

    /** The ids of the rows that the broker has acknowledged. */
    List<Long> send(List<OutboxTable.Row> rows) {
        var sent = new ArrayList<Sent>();
        try {
            for (var row : rows) {
                var message = Headers.write(row.topic(), row.key(), row.headers(), row.payload());
                sent.add(new Sent(row.id(), kafka.send(message)));
            }
        } catch (KafkaException e) {
            warn(e); // no metadata: what follows would only wait as long again
        }
        return acknowledged(sent);
    }

    private List<Long> acknowledged(List<Sent> sent) {
        var ids = new ArrayList<Long>();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ACK_SECONDS);
        for (var one : sent) {
            try {
                one.acknowledged.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                ids.add(one.id);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ids;
            } catch (ExecutionException | TimeoutException e) {
                warn(e);
            }
        }
        return ids;
    }

    private static void warn(Exception e) {
        var cause = e.getCause() == null ? e : e.getCause();
        log.atWarn().addKeyValue("cause", cause.getClass().getSimpleName())
                .log("An event was not acknowledged; it stays in the outbox");
    }
}
