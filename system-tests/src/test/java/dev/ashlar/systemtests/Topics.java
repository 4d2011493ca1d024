package dev.ashlar.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The stack's topics, read and written from outside. */
public final class Topics {

    private static final Map<String, Object> BROKER = Map.of("bootstrap.servers",
            "127.0.0.1:" + (29_092 + Ashlar.PORT_OFFSET));

    /** Long enough for a dead member's session to end and for another to take over its partitions, on a slow machine too. */
    private static final Duration HANDLED = Duration.ofSeconds(60);

    private Topics() {}

    /** All events about one aggregate, oldest first. */
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

    /** Delivers an event once more, as a relay does that died between the acknowledgement and its commit. */
    public static void deliverAgain(ConsumerRecord<byte[], byte[]> event)
            throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(BROKER, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers())).get();
        }
    }

    /** Waits until the groups have handled everything that is in the topic now. */
    public static void awaitHandled(String topic, String... groups) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(BROKER);
                var consumer = new KafkaConsumer<>(BROKER, new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions).entrySet().stream().filter(end -> end.getValue() > 0)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            for (var group : groups) {
                await().atMost(HANDLED).until(() -> {
                    var handled = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
                    return ends.entrySet().stream().allMatch(end -> handled.containsKey(end.getKey())
                            && handled.get(end.getKey()).offset() >= end.getValue());
                });
            }
        }
    }

    /** Waits until the product's event is there to be handled, which no offset tells before. */
    public static void awaitPublished(UUID product) {
        await().atMost(HANDLED).until(() -> !eventsOf("products", product).isEmpty());
    }

    /** Waits until every group has handled all there is. */
    public static void awaitQuiet() throws ExecutionException, InterruptedException {
        awaitHandled("products", "order-service");
        awaitHandled("users", "user-service", "email-service");
        awaitHandled("orders", "inventory-service", "email-service", "analytics-service");
        awaitHandled("inventory", "order-service");
        awaitHandled("orders", "email-service", "analytics-service");
    }

    /** How many messages there are in all dead-letter topics together. */
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
}
