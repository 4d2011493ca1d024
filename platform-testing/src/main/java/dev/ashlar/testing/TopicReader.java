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
 * Reads a topic from its beginning, in no group, and remembers what it has read: each call reads on to the end of
 * now.
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

    /** All events; in order for each aggregate only. */
    public List<TestEvent> all() {
        return messages().stream().map(TestEvent::read).toList();
    }

    /**
     * As they are in Kafka, for what is no event of the platform's: dead letters. Empty while there is no such topic.
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
