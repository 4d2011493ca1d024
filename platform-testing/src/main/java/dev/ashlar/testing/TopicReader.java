package dev.ashlar.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its beginning, without a consumer group, and remembers the records. Each call reads to the present end of the
 * topic.
 */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(50);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();

    TopicReader(String topic, Map<String, Object> client) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The events of one aggregate, in their order. */
    public List<TestEvent> ofSubject(UUID subject) {
        return ofSubject(subject.toString());
    }

    /** @see #ofSubject(UUID) */
    public List<TestEvent> ofSubject(String subject) {
        return all().stream().filter(event -> event.subject().equals(subject)).toList();
    }

    /** All events. Only the events of one aggregate are in order. */
    public List<TestEvent> all() {
        return messages().stream().map(TestEvent::read).toList();
    }

    /**
     * The records themselves, for dead letters and other records that are no events. Empty if the topic does not exist.
     */
    public synchronized List<ConsumerRecord<byte[], byte[]>> messages() {
        if (consumer.assignment().isEmpty() && !assigned()) {
            return List.of();
        }
        var end = consumer.endOffsets(consumer.assignment());
        while (end.entrySet().stream()
                .anyMatch(partition -> consumer.position(partition.getKey()) < partition.getValue())) {
            consumer.poll(POLL).forEach(messages::add);
        }
        return List.copyOf(messages);
    }

    private boolean assigned() {
        var partitions = consumer.listTopics()
                .getOrDefault(topic, List.of())
                .stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return !partitions.isEmpty();
    }
}
