package dev.ashlar.chassis.messaging;

import dev.ashlar.chassis.fault.StoreFaults;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Faults of a store are retried for ever, in place, so that order is kept; anything else would fail again and goes to
 * {@code <topic>.<group>.dlt} at once, so that it blocks no other aggregate (ADR 5).
 */
final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private DeadLetters() {}

    static String topic(String source, String group) {
        return source + "." + group + ".dlt";
    }

    static DefaultErrorHandler handler(KafkaTemplate<byte[], byte[]> kafka, String group) {
        var letters = new DeadLetterWriter(kafka, group);
        var handler = new DefaultErrorHandler((message, e) -> {
            letters.accept(message, e);
            tell(message, e);
        });
        handler.setBackOffFunction((_, e) -> StoreFaults.isUnavailable(e) ? patiently() : new FixedBackOff(0, 0));
        handler.setRetryListeners((message, e, attempt) -> warn(message, e, attempt));
        return handler;
    }

    private static BackOff patiently() {
        var backOff = new ExponentialBackOff(FIRST.toMillis(), 2);
        backOff.setMaxInterval(LONGEST.toMillis());
        return backOff;
    }

    private static void warn(ConsumerRecord<?, ?> message, Exception e, int attempt) {
        if (StoreFaults.isUnavailable(e)) {
            log.atWarn().addKeyValue("topic", message.topic()).addKeyValue("attempt", attempt)
                    .addKeyValue("cause", DeadLetterWriter.reason(e)).log("An event waits for a store");
        }
    }

    private static void tell(ConsumerRecord<?, ?> message, Exception e) {
        var line = log.atWarn().addKeyValue("topic", message.topic()).addKeyValue("partition", message.partition())
                .addKeyValue("offset", message.offset()).addKeyValue("reason", DeadLetterWriter.reason(e));
        (DeadLetterWriter.cause(e) instanceof PoisonEvent poison && !(poison.getCause() instanceof Error)
                ? line
                : line.setCause(e)).log("Dead letter"); // else it may be a fault of ours: where?
    }
}
