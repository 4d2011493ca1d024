package dev.ashlar.messaging.subscription;

import dev.ashlar.messaging.deadletter.DeadLetterWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Metrics by topic: the messages that the group has not handled, and its dead letters. The figures come from the broker, so they are
 * right even if no instance listens. While the broker is down, they stay.
 */
final class ConsumerLag implements MeterBinder, AutoCloseable {

    private final Map<String, Object> configuration;
    private final String group;
    private final List<String> topics;
    private final Map<String, Long> lags = new ConcurrentHashMap<>();
    private final Map<String, Long> deadLetters = new ConcurrentHashMap<>();
    private @Nullable Admin admin;

    ConsumerLag(Map<String, Object> configuration, String group, List<String> topics) {
        this.configuration = configuration;
        this.group = group;
        this.topics = topics;
    }

    List<String> topics() {
        return topics;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var topic : topics) {
            deadLetters(meters, topic, group);
            Gauge.builder("ashlar.consumer.lag", () -> lags.get(topic)).baseUnit("records").tag("topic", topic)
                    .tag("group", group).description("Messages that the group has not handled yet").register(meters);
            Gauge.builder("ashlar.dead.letter.topic", () -> deadLetters.get(topic)).baseUnit("records")
                    .tag("topic", topic).tag("group", group).description("Messages on the group's dead-letter topic")
                    .register(meters);
        }
    }

    /** The dead letters that this instance has written. */
    static Counter deadLetters(MeterRegistry meters, String topic, String group) {
        return Counter.builder("ashlar.dead.letters").tag("topic", topic).tag("group", group)
                .description("Events of a topic that the group could not handle").register(meters);
    }

    /** Queries the brokers. */
    void measure(String topic) {
        var handled = await(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        lags.put(topic, count(topic, handled));
        deadLetters.put(topic, count(DeadLetterWriter.topicName(topic, group), Map.of()));
    }

    /** Counts the messages of a topic from the committed offsets, or else from the earliest ones. */
    private long count(String topic, Map<TopicPartition, OffsetAndMetadata> handled) {
        var partitions = await(admin().describeTopics(List.of(topic)).topicNameValues().get(topic)).partitions()
                .stream().map(partition -> new TopicPartition(topic, partition.partition())).toList();
        var first = offsets(partitions, OffsetSpec.earliest());
        var last = offsets(partitions, OffsetSpec.latest());
        return partitions.stream().mapToLong(partition -> {
            var next = handled.get(partition);
            var from = next == null ? first.get(partition) : Math.max(next.offset(), first.get(partition));
            return Math.max(0, last.get(partition) - from);
        }).sum();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        var request = partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec));
        return await(admin().listOffsets(request).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
    }

    /** The client's own timeout of 5 s limits the wait. */
    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException("The consumer lag could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for Kafka", e);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(configuration);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
