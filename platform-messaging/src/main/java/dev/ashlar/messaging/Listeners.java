package dev.ashlar.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** One listener container for each subscription of the service. */
final class Listeners {

    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(2);

    private final List<Listener> listeners;

    private record Listener(String topic, String deadLetters, SubscriptionListener effect,
            ConcurrentMessageListenerContainer<byte[], byte[]> container) {

        /** What can't be handled must have a place to go. */
        boolean canStart(Set<String> existing) {
            return !container.isRunning() && existing.contains(topic) && existing.contains(deadLetters);
        }
    }

    Listeners(List<Subscription> subscriptions, ConsumerFactory<byte[], byte[]> consumers,
            KafkaTemplate<byte[], byte[]> kafka, String group, int concurrency, HeldEvents held, FaultClassifier faults,
            Function<Subscription, SubscriptionListener> effects) {
        this.listeners = subscriptions.stream().map(subscription -> {
            var effect = effects.apply(subscription);
            var properties = new ContainerProperties(subscription.topic());
            properties.setMessageListener(effect);
            properties.setGroupId(group);
            properties.setMissingTopicsFatal(false);
            properties.setShutdownTimeout(5_000);
            properties.setAuthExceptionRetryInterval(AFTER_REFUSAL); // else a refusal by the broker ends the container
            var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
            container.setBeanName(subscription.topic() + "-listener");
            container.setConcurrency(concurrency);
            container.setCommonErrorHandler(DeadLetters.handler(kafka, group, held, faults));
            return new Listener(subscription.topic(), DeadLetters.topic(subscription.topic(), group), effect,
                    container);
        }).toList();
    }

    List<String> topics() {
        return listeners.stream().map(Listener::topic).toList();
    }

    /** The topics that are listened to. */
    List<String> running() {
        return listeners.stream().filter(listener -> listener.container.isRunning()).map(Listener::topic).toList();
    }

    List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers() {
        return listeners.stream().map(Listener::container).toList();
    }

    /** Starts each listener whose topics exist; also one that ended by itself. */
    void start(Set<String> existing) {
        listeners.stream().filter(listener -> listener.canStart(existing))
                .forEach(listener -> listener.container.start());
    }

    /** Reads a topic from its beginning. Does nothing until the listener has been assigned a partition: it then begins there. */
    void readAgain(String topic) {
        listeners.stream().filter(listener -> listener.topic.equals(topic))
                .forEach(listener -> listener.effect.seekToBeginning());
    }

    /** Side by side: each waits for the event that it handles. */
    void stop() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            listeners.forEach(listener -> threads.execute(listener.container::stop));
        }
    }
}
