package dev.ashlar.infrastructure;

import dev.ashlar.process.Folders;
import dev.ashlar.process.Signal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPartIT {

    @TempDir
    Path home;

    private KafkaPart part;
    private Process process;

    @BeforeEach
    void start() throws Exception {
        var ports = Ports.free();
        part = new KafkaPart(home.resolve("kafka"), Binaries.ofThisUser(), ports.kafka(), ports.kafkaController(),
                ports.kafkaServices(), new InfrastructureSecrets("one", "two"));
        startAgain();
    }

    @AfterEach
    void stop() {
        part.stopSignal().stop(process.toHandle(), Duration.ofSeconds(15));
    }

    @Test
    void keepsAcknowledgedRecordsAfterAKill() throws Exception {
        send("kept");

        Signal.KILL.stop(process.toHandle(), Duration.ofSeconds(5));
        startAgain();

        assertThat(received()).containsExactly("kept");
    }

    @Test
    void startsEmptyAfterItsLogsWereDeleted() throws Exception {
        Signal.KILL.stop(process.toHandle(), Duration.ofSeconds(5));
        Folders.delete(home.resolve("kafka/logs"));

        startAgain();

        send("new");
        assertThat(received()).containsExactly("new");
    }

    private void startAgain() throws Exception {
        part.prepare();
        var log = home.resolve("kafka.log");
        process = part.start(log);
        EmbeddedInfrastructure.awaitReady(part, process, log);
    }

    private void send(String value) throws Exception {
        try (var admin = Admin.create(client());
                var producer = new KafkaProducer<>(client(), new StringSerializer(),
                        new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic("orders", 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>("orders", value)).get();
        }
    }

    private List<String> received() {
        var settings = new HashMap<>(client());
        settings.put("group.id", "reader");
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("orders"));
            var records = consumer.poll(Duration.ofSeconds(20));
            return StreamSupport.stream(records.spliterator(), false)
                    .map(record -> record.value())
                    .toList();
        }
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + part.port());
    }
}
