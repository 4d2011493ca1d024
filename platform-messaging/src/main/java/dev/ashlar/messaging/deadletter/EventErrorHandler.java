package dev.ashlar.messaging.deadletter;

import dev.ashlar.messaging.EventHeaders;
import dev.ashlar.messaging.FaultClassifier;
import dev.ashlar.messaging.PoisonEvent;
import dev.ashlar.messaging.observability.Cause;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Handles an event whose handler failed. If a store is down, the event is retried in place for ever, which keeps the order. If the
 * event is at fault, it becomes a dead letter at once and delays no other (ADR 5). After an ambiguous fault, the event is retried until
 * {@link RetriedEvents} gives it up (ADR 35).
 */
public final class EventErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(EventErrorHandler.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private EventErrorHandler() {}

    /** @param written receives the source topic of each dead letter that the broker has taken */
    public static DefaultErrorHandler create(DeadLetterWriter deadLetters, RetriedEvents retried,
            FaultClassifier faults, java.util.function.Consumer<String> written) {
        var handler = new OfEvents((message, e) -> {
            deadLetters.accept(message, e);
            written.accept(message.topic());
            retried.remove(message);
            logDeadLetter(message, e);
        });
        handler.setBackOffFunction(
                (message, e) -> isRetried(e, faults) ? retries(message, retried) : new FixedBackOff(0, 0));
        handler.setRetryListeners(new Attempts(retried, faults));
        handler.setLogLevel(KafkaException.Level.DEBUG); // Spring would log each failure once more
        return handler;
    }

    /**
     * Passes failed events on. Spring also reports a failed commit of the offsets here, for example after the process was frozen. The
     * events were handled then, so they must not become dead letters. Kafka delivers them again, and the inbox knows them.
     */
    private static final class OfEvents extends DefaultErrorHandler {

        OfEvents(ConsumerRecordRecoverer recoverer) {
            super(recoverer);
        }

        @Override
        public void handleBatch(Exception thrown, ConsumerRecords<?, ?> events, Consumer<?, ?> consumer,
                MessageListenerContainer container, Runnable listener) {
            if (!(thrown.getCause() instanceof BatchListenerFailedException)) {
                log.atWarn().addKeyValue("events", events.count()).addKeyValue("cause", Cause.of(thrown))
                        .log("The offsets of handled events were not committed; Kafka will deliver the events again");
                throw new KafkaException("No event failed", KafkaException.Level.DEBUG, thrown);
            }
            super.handleBatch(thrown, events, consumer, container, listener);
        }
    }

    private record Attempts(RetriedEvents retried, FaultClassifier faults) implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> message, @Nullable Exception e, int attempt) {
            if (e != null && isRetried(e, faults)) {
                retried.failed(message, e);
                EventHeaders.log(message, log.atWarn().addKeyValue("topic", message.topic())
                        .addKeyValue("attempt", attempt).addKeyValue("cause", Cause.of(e)),
                        "An event failed and will be retried");
            }
        }

        @Override
        public void recoveryFailed(ConsumerRecord<?, ?> message, @Nullable Exception original, Exception failure) {
            retried.deadLetterFailed(message, failure);
        }
    }

    private static boolean isRetried(Exception e, FaultClassifier faults) {
        return faults.isTransient(e) || faults.isAmbiguous(e);
    }

    private static BackOff retries(ConsumerRecord<?, ?> message, RetriedEvents retried) {
        var pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        return () -> {
            var execution = pauses.start();
            return () -> retried.isGivenUp(message) ? BackOffExecution.STOP : execution.nextBackOff();
        };
    }

    /** Logs a stack trace unless the event itself is malformed, because the handler may have a defect. */
    private static void logDeadLetter(ConsumerRecord<?, ?> message, Exception e) {
        var line = log.atWarn().addKeyValue("topic", message.topic()).addKeyValue("partition", message.partition())
                .addKeyValue("offset", message.offset()).addKeyValue("reason", DeadLetterWriter.reason(e))
                .addKeyValue("cause", Cause.of(e));
        var isPoison = DeadLetterWriter.cause(e) instanceof PoisonEvent poison && !(poison.getCause() instanceof Error);
        EventHeaders.log(message, isPoison ? line : Cause.trace(line, e), "Dead letter");
    }
}
