package dev.ashlar.messaging;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Outages of a store are retried for ever, in place, so that order is kept. Faults of the event would come again: the event goes
 * to {@code <topic>.<group>.dlt} at once, so that it blocks no other aggregate (ADR 5). What may be either is retried until
 * {@link HeldEvents} gives it up (ADR 35).
 */
final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private DeadLetters() {}

    static String topic(String source, String group) {
        return source + "." + group + ".dlt";
    }

    static DefaultErrorHandler handler(KafkaTemplate<byte[], byte[]> kafka, String group, HeldEvents held,
            FaultClassifier faults) {
        var letters = new DeadLetterWriter(kafka, group);
        var handler = new DefaultErrorHandler((message, e) -> {
            letters.accept(message, e);
            held.released(message);
            tell(message, e);
        });
        handler.setBackOffFunction(
                (message, e) -> mayPass(e, faults) ? retries(message, held) : new FixedBackOff(0, 0));
        handler.setRetryListeners(new Retries(held, faults));
        return handler;
    }

    private record Retries(HeldEvents held, FaultClassifier faults) implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> message, @Nullable Exception e, int attempt) {
            if (e != null && mayPass(e, faults)) {
                held.failed(message, e);
                Headers.log(message, log.atWarn().addKeyValue("topic", message.topic()).addKeyValue("attempt", attempt)
                        .addKeyValue("cause", Cause.of(e)), "An event waits for a store");
            }
        }

        @Override
        public void recoveryFailed(ConsumerRecord<?, ?> message, @Nullable Exception original, Exception failure) {
            held.letterRefused(message, failure);
        }
    }

    private static boolean mayPass(Exception e, FaultClassifier faults) {
        return faults.isTransient(e) || faults.isAmbiguous(e);
    }

    /** Retries for ever, in place, unless the event is given up. */
    private static BackOff retries(ConsumerRecord<?, ?> message, HeldEvents held) {
        var pauses = new ExponentialBackOff(FIRST.toMillis(), 2);
        pauses.setMaxInterval(LONGEST.toMillis());
        return () -> {
            var execution = pauses.start();
            return () -> held.isGivenUp(message) ? BackOffExecution.STOP : execution.nextBackOff();
        };
    }

    private static void tell(ConsumerRecord<?, ?> message, Exception e) {
        var line = log.atWarn().addKeyValue("topic", message.topic()).addKeyValue("partition", message.partition())
                .addKeyValue("offset", message.offset()).addKeyValue("reason", DeadLetterWriter.reason(e))
                .addKeyValue("cause", Cause.of(e));
        var isPoison = DeadLetterWriter.cause(e) instanceof PoisonEvent poison && !(poison.getCause() instanceof Error);
        Headers.log(message, isPoison ? line : Cause.trace(line, e), "Dead letter"); // a fault of ours: where?
    }
}
