package dev.ashlar.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka for tests: publishes events like the other services, and reads the events of the service under test.
 *
 * <pre>{@code
 * Events.publish("inventory", TestEvent.of("inventory.reserved", orderId, json));
 * await().untilAsserted(() -> assertThat(Events.on("orders").ofSubject(orderId)).extracting(TestEvent::type)
 *     .containsExactly("order.created", "order.confirmed"));
 * }</pre>
 */
public final class Events {

    private static final int PARTITIONS = 3;
    private static final Map<String, TopicReader> READERS = new ConcurrentHashMap<>();
    private static final Once<KafkaProducer<byte[], byte[]>> PRODUCER = new Once<>(() -> new KafkaProducer<>(
            client(), new ByteArraySerializer(), new ByteArraySerializer()));

    private Events() {}

    /** Creates the topic if it does not exist, and returns when the broker has it. */
    public static void createTopic(String name) {
        try (var admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Topic " + name, e.getCause());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Returns when the broker has the event. The same event twice is a duplicate delivery. */
    public static void publish(String topic, TestEvent event) {
        publish(event.to(topic));
    }

    /** Publishes a record that no service would send, and returns its partition and offset. */
    public static RecordMetadata publish(ProducerRecord<byte[], byte[]> message) {
        try {
            return PRODUCER.get().send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Not published to " + message.topic(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** All records of a topic since the start of this JVM's infrastructure. */
    public static TopicReader on(String topic) {
        return READERS.computeIfAbsent(topic, name -> new TopicReader(name, client()));
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", TestInfrastructure.get().backend().kafka().operators());
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
