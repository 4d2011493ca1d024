package dev.ashlar.messaging;

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
 * How many messages the group has still to handle, and how many dead letters there are, by topic. The broker is asked, so the lag of
 * a group that does not listen shows as well. While the broker is away, the figures stay as they were.
 */
final class ConsumerLag implements MeterBinder, AutoCloseable {

    private final Map<String, Object> configuration;
    private final String group;
    private final List<String> topics;
    private final Map<String, Long> lags = new ConcurrentHashMap<>();
    private final Map<String, Long> letters = new ConcurrentHashMap<>();
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
            DeadLetterCount.counter(meters, topic, group);
            Gauge.builder("ashlar.consumer.lag", () -> lags.get(topic)).baseUnit("records").tag("topic", topic)
                    .tag("group", group).description("Messages that the group has not handled yet").register(meters);
            Gauge.builder("ashlar.dead.letter.topic", () -> letters.get(topic)).baseUnit("records").tag("topic", topic)
                    .tag("group", group).description("Messages on the group's dead-letter topic").register(meters);
        }
    }

    /** Asks the brokers. */
    void measure(String topic) {
        var deadLetters = DeadLetters.topic(topic, group);
        var handled = await(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        lags.put(topic, count(topic, handled));
        letters.put(topic, count(deadLetters, Map.of()));
    }

    /** From what was handled, or else from the first that is kept, to the last. */
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

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> which));
        return await(admin().listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
    }

    /** Bounded by the client's own timeout of five seconds. */
    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka can't say how far its topics are read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Stopped while waiting for Kafka", e);
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
