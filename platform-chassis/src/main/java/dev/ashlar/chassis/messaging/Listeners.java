package dev.ashlar.chassis.messaging;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

/** One listener container for each subscription of the service. */
final class Listeners {

    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(2);

    private final List<Subscription> subscriptions;
    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;

    Listeners(List<Subscription> subscriptions, ConsumerFactory<byte[], byte[]> consumers,
            KafkaTemplate<byte[], byte[]> kafka, String group, int concurrency,
            Function<Subscription, MessageListener<byte[], byte[]>> listeners) {
        this.subscriptions = subscriptions;
        this.containers = subscriptions.stream().map(subscription -> {
            var properties = new ContainerProperties(subscription.topic());
            properties.setMessageListener(listeners.apply(subscription));
            properties.setGroupId(group);
            properties.setMissingTopicsFatal(false);
            properties.setShutdownTimeout(5_000);
            properties.setAuthExceptionRetryInterval(AFTER_REFUSAL); // else a refusal by the broker ends the container
            var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
            container.setBeanName(subscription.topic() + "-listener");
            container.setConcurrency(concurrency);
            container.setCommonErrorHandler(DeadLetters.handler(kafka, group));
            return container;
        }).toList();
    }

    List<String> topics() {
        return subscriptions.stream().map(Subscription::topic).toList();
    }

    List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers() {
        return containers;
    }
}
