package dev.ashlar.messaging.deadletter;

import dev.ashlar.messaging.observability.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AbstractConsumerSeekAware;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Copies each message of the dead-letter topics to the table {@code dead_letters}. Retries for ever, because only the database can fail.
 */
public final class DeadLetterImport {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterImport.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final List<String> topics;
    private final Listener listener;
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

    DeadLetterImport(List<String> topics, DeadLetterTable table, ConsumerFactory<byte[], byte[]> consumers,
            String group) {
        this.topics = topics;
        this.listener = new Listener(table);
        var properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setMessageListener(listener);
        properties.setGroupId(group + ".dead-letters");
        properties.setClientId(group + ".dead-letters");
        properties.setMissingTopicsFatal(false);
        properties.setShutdownTimeout(5_000);
        properties.setAuthExceptionRetryInterval(Duration.ofSeconds(2)); // by default, the container would end
        this.container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName("dead-letters-listener");
        container.setCommonErrorHandler(retries());
    }

    private static DefaultErrorHandler retries() {
        var pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        var handler = new DefaultErrorHandler(pauses);
        handler.setRetryListeners(new Attempts());
        return handler;
    }

    private static final class Attempts implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> message, @Nullable Exception e, int attempt) {
            var line = log.atWarn().addKeyValue("topic", message.topic()).addKeyValue("attempt", attempt);
            (e == null ? line : line.addKeyValue("cause", Cause.of(e)))
                    .log("A dead letter was not stored and will be retried");
        }
    }

    private static final class Listener extends AbstractConsumerSeekAware implements MessageListener<byte[], byte[]> {

        private final DeadLetterTable table;

        private Listener(DeadLetterTable table) {
            this.table = table;
        }

        @Override
        public void onMessage(ConsumerRecord<byte[], byte[]> message) {
            table.add(ParsedLetter.of(message));
        }
    }

    /** Starts the import if it is stopped and all dead-letter topics exist. */
    public void start(Set<String> existing) {
        if (!topics.isEmpty() && !container.isRunning() && existing.containsAll(topics)) {
            container.start();
        }
    }

    /** Reads a dead-letter topic again that was created again. The table ignores letters that it has. */
    public void seekToBeginning(String topic) {
        if (topics.contains(topic)) {
            listener.seekToBeginning();
        }
    }

    public void stop() {
        container.stop();
    }
}
