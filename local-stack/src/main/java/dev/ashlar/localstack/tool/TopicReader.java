package dev.ashlar.localstack.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Arguments: {@code BROKER} lists the topics. {@code BROKER TOPIC BEGINNING} prints all records of the topic. {@code
 * BROKER TOPIC END} prints new records until it is stopped.
 */
final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(500);

    private TopicReader() {}

    public static void main(String[] arguments) throws IOException {
        var settings = Map.<String, Object>of("bootstrap.servers", arguments[0], "enable.auto.commit", false,
                "isolation.level", "read_committed", "allow.auto.create.topics", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            if (arguments.length == 1) {
                list(consumer);
            } else {
                read(consumer, arguments[1], arguments[2].equals("BEGINNING"));
            }
        }
    }

    private static void list(KafkaConsumer<String, String> consumer) {
        System.out.printf("%-44s %10s %10s%n", "TOPIC", "PARTITIONS", "OFFSETS");
        for (var topic : new TreeSet<>(consumer.listTopics().keySet())) {
            if (!topic.startsWith("__")) {
                var partitions = consumer.partitionsFor(topic).stream()
                        .map(one -> new TopicPartition(topic, one.partition())).toList();
                var records = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum()
                        - consumer.beginningOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
                System.out.printf("%-44s %10d %10d%n", topic, partitions.size(), records);
            }
        }
    }

    private static void read(KafkaConsumer<String, String> consumer, String topic, boolean fromBeginning) {
        if (!consumer.listTopics().containsKey(topic)) {
            System.err.println("There is no topic " + topic);
            System.exit(1);
        }
        var partitions = consumer.partitionsFor(topic).stream().map(one -> new TopicPartition(topic, one.partition()))
                .toList();
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
            System.err.println("Waiting for what comes; Ctrl-C ends it.");
        }
        var parent = ProcessHandle.current().parent();
        while (!fromBeginning || partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
            consumer.poll(POLL).forEach(TopicReader::print);
            if (System.out.checkError() || parent.filter(ProcessHandle::isAlive).isEmpty()) {
                return; // the reader of the output has closed it, or the command was killed
            }
        }
    }

    private static void print(ConsumerRecord<String, String> message) {
        var type = Optional.ofNullable(message.headers().lastHeader("ce_type"))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElse("-");
        System.out.printf("%s %d@%d %s %s %s%n", Instant.ofEpochMilli(message.timestamp()), message.partition(),
                message.offset(),
                message.key(), type, message.value());
    }
}
