package dev.ashlar.messaging.subscription;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.deadletter.DeadLetterWriter;
import dev.ashlar.messaging.observability.DegradableHealth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** One listener container for each subscription. The health shows how many messages this instance's consumers lag behind, by topic. */
final class ListenerContainers implements DegradableHealth {

    private static final Duration AUTHORIZATION_RETRY = Duration.ofSeconds(2);

    private final List<Listener> listeners;

    private record Listener(String topic, String deadLetters, SubscriptionListener messages,
            ConcurrentMessageListenerContainer<byte[], byte[]> container) {

        /** Without the dead-letter topic, an event that can't be handled would block its partition. */
        boolean canStart(Set<String> existing) {
            return !container.isRunning() && existing.contains(topic) && existing.contains(deadLetters);
        }

        Object lag() {
            if (!container.isRunning()) {
                return "not listening";
            }
            return container.metrics().values().stream().flatMap(all -> all.entrySet().stream())
                    .filter(metric -> metric.getKey().name().equals("records-lag-max"))
                    .map(metric -> metric.getValue().metricValue()).filter(Double.class::isInstance)
                    .map(Double.class::cast).filter(lag -> !lag.isNaN()).mapToLong(Double::longValue).max().orElse(0);
        }
    }

    ListenerContainers(List<Subscription> subscriptions, ConsumerFactory<byte[], byte[]> consumers, String group,
            int concurrency, CommonErrorHandler errors, Function<Subscription, SubscriptionListener> listener) {
        this.listeners = subscriptions.stream().map(subscription -> {
            var messages = listener.apply(subscription);
            var properties = new ContainerProperties(subscription.topic());
            properties.setMessageListener(messages);
            properties.setGroupId(group);
            properties.setMissingTopicsFatal(false);
            properties.setShutdownTimeout(5_000);
            properties.setAuthExceptionRetryInterval(AUTHORIZATION_RETRY); // by default, the container would end
            var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
            container.setBeanName(subscription.topic() + "-listener");
            container.setConcurrency(concurrency);
            container.setCommonErrorHandler(errors);
            return new Listener(subscription.topic(), DeadLetterWriter.topicName(subscription.topic(), group),
                    messages, container);
        }).toList();
    }

    List<String> topics() {
        return listeners.stream().map(Listener::topic).toList();
    }

    List<String> runningTopics() {
        return listeners.stream().filter(listener -> listener.container.isRunning()).map(Listener::topic).toList();
    }

    /** Starts each stopped container whose topics exist. */
    void start(Set<String> existing) {
        listeners.stream().filter(listener -> listener.canStart(existing))
                .forEach(listener -> listener.container.start());
    }

    /** Seeks to the beginning of a topic. Does nothing before the first assignment, because the listener then begins there anyway. */
    void seekToBeginning(String topic) {
        listeners.stream().filter(listener -> listener.topic.equals(topic))
                .forEach(listener -> listener.messages.seekToBeginning());
    }

    /** Stops all containers in parallel, because each waits for its current event. */
    void stop() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            listeners.forEach(listener -> threads.execute(listener.container::stop));
        }
    }

    @Override
    public Map<String, Object> figures() {
        return listeners.stream().collect(Collectors.toMap(Listener::topic, Listener::lag));
    }
}
