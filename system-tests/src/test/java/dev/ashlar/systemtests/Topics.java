package dev.ashlar.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads and writes the topics of the stack. */
public final class Topics {

    private static final Map<String, Object> BROKER = Map.of("bootstrap.servers",
            "127.0.0.1:" + (29_092 + Ashlar.PORT_OFFSET));

    /** Longer than the session of a dead consumer and the rebalance after it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private Topics() {}

    /** All events of one aggregate, oldest first. */
    public static List<ConsumerRecord<byte[], byte[]>> eventsOf(String topic, UUID aggregate) {
        try (var consumer = new KafkaConsumer<>(BROKER, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found.stream().filter(event -> new String(event.key(), UTF_8).equals(aggregate.toString())).toList();
        }
    }

    /** The value of an event's header. */
    public static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }

    /** Sends an event again, like an outbox relay that dies between the acknowledgement and its commit. */
    public static void deliverAgain(ConsumerRecord<byte[], byte[]> event)
            throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(BROKER, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers())).get();
        }
    }

    /** Waits until the consumer groups have processed all events that the topic has now. */
    public static void awaitProcessed(String topic, String... groups) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(BROKER);
                var consumer = new KafkaConsumer<>(BROKER, new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions).entrySet().stream().filter(end -> end.getValue() > 0)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            for (var group : groups) {
                await().atMost(TIMEOUT).until(() -> {
                    var handled = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
                    return ends.entrySet().stream().allMatch(end -> handled.containsKey(end.getKey())
                            && handled.get(end.getKey()).offset() >= end.getValue());
                });
            }
        }
    }

    /** Waits until the topic has the event of the product. */
    public static void awaitPublished(UUID product) {
        await().atMost(TIMEOUT).until(() -> !eventsOf("products", product).isEmpty());
    }

    /** Waits until every consumer group has processed all events. */
    public static void awaitAllProcessed() throws ExecutionException, InterruptedException {
        awaitProcessed("products", "order-service");
        awaitProcessed("users", "user-service", "email-service");
        awaitProcessed("orders", "inventory-service", "email-service", "analytics-service");
        awaitProcessed("inventory", "order-service");
        awaitProcessed("orders", "email-service", "analytics-service");
    }

    /** The number of events in all dead-letter topics. */
    public static long deadLetters() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(BROKER);
                var consumer = new KafkaConsumer<>(BROKER, new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions = admin.listTopics().names().get().stream().filter(name -> name.endsWith(".dlt"))
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
            return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The members of a consumer group. */
    public static Collection<MemberDescription> members(String group) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(BROKER)) {
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members();
        }
    }
}
