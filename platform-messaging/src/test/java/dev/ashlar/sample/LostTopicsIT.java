package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.messaging.Outbox;
import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.Topic;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import dev.ashlar.testing.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Kafka loses topics, or rejects events for some topics, while the application runs. */
@SpringBootTest(properties = "spring.kafka.consumer.group-id=lost-service")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, KAFKA}, topics = "inputs")
@DirtiesContext
class LostTopicsIT {

    private final UUID subject = UUID.randomUUID();

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Effects effects;

    @Autowired
    @Qualifier("outbox_undeliverable")
    private HealthIndicator undeliverable;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private KafkaAdmin kafka;

    /** No other test uses these topics. */
    @TestConfiguration
    static class Own {

        @Bean
        Topic lostOutputs() {
            return Topic.kept("lost-outputs");
        }

        @Bean
        Topic narrowOutputs() {
            return Topic.kept("narrow-outputs");
        }

        @Bean
        Topic lostInputs() {
            return Topic.kept("lost-inputs");
        }

        @Bean
        Subscription lostInputsSubscription(Effects effects) {
            return Subscription.to("lost-inputs").on("sample.taken", SampleTaken.class, effects::happen);
        }
    }

    @Test
    void createsLostTopicsAgainAndUsesThem() throws Exception {
        receive("before");
        append("lost-outputs", "before");
        await().until(() -> jdbc.sql("SELECT count(*) FROM outbox WHERE topic = 'lost-outputs'").query(Long.class)
                .single() == 0);

        delete("lost-outputs", "lost-inputs", "lost-inputs.lost-service.dlt");
        append("lost-outputs", "after");

        await().untilAsserted(() -> assertThat(Events.on("lost-outputs").ofSubject(subject)).hasSize(1));
        assertThat(partitions("lost-outputs")).isEqualTo(6);
        assertThat(config("lost-outputs", TopicConfig.RETENTION_MS_CONFIG)).isEqualTo("-1");
        receive("after");
        Events.publish("lost-inputs", TestEvent.of("sample.taken", subject, "poison"));
        await().untilAsserted(
                () -> assertThat(Events.on("lost-inputs.lost-service.dlt").ofSubject(subject)).hasSize(1));
    }

    /** The committed offset is the old topic's. The new topic has more events than that. */
    @Test
    void readsARecreatedTopicFromItsBeginning() throws Exception {
        var old = IntStream.range(0, 5).mapToObj(i -> "old-" + i).toList();
        var fresh = IntStream.range(0, 50).mapToObj(i -> "new-" + i).toList();
        old.forEach(name -> Events.publish("lost-inputs", sample(name)));
        await().untilAsserted(() -> assertThat(effects.of(subject)).containsExactlyElementsOf(old));

        delete("lost-inputs");
        await().ignoreExceptions().until(() -> partitions("lost-inputs") == 6);
        fresh.forEach(name -> Events.publish("lost-inputs", sample(name)));

        await().untilAsserted(() -> assertThat(effects.of(subject)).containsAll(fresh).hasSize(55));
    }

    @Test
    void showsAMissingTopicAndDelaysNoOther() throws Exception {
        append("nowhere", "lost");
        append("narrow-outputs", "found");

        await().untilAsserted(() -> assertThat(Events.on("narrow-outputs").ofSubject(subject)).hasSize(1));
        await().untilAsserted(() -> assertThat(undeliverable.health().getDetails().get("nowhere")).asString()
                .contains("events=1", "cause=UnknownTopicOrPartitionException"));
        assertThat(undeliverable.health(false).getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(meters.get("ashlar.outbox.undeliverable").tag("topic", "nowhere").gauge().value()).isEqualTo(1);

        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic("nowhere", 1, (short) 1))).all().get();
        }
        await().untilAsserted(() -> assertThat(Events.on("nowhere").ofSubject(subject)).hasSize(1));
        await().untilAsserted(() -> assertThat(undeliverable.health(false).getStatus().getCode()).isEqualTo("UP"));
        assertThat(meters.get("ashlar.outbox.undeliverable").tag("topic", "nowhere").gauge().value()).isZero();
    }

    @Test
    void delaysOnlyTheAggregateOfAnEventThatIsTooLarge() throws Exception {
        var other = UUID.randomUUID();
        setConfig("narrow-outputs", TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "1000");
        try {
            append("narrow-outputs", "x".repeat(5_000));
            append("narrow-outputs", "behind");
            transactions.executeWithoutResult(
                    _ -> outbox.append("narrow-outputs", other, new SampleTaken(other, "beside")));

            await().untilAsserted(() -> assertThat(Events.on("narrow-outputs").ofSubject(other)).hasSize(1));
            await().untilAsserted(() -> assertThat(undeliverable.health().getDetails().get("narrow-outputs")).asString()
                    .contains("events=2", "cause=RecordTooLargeException"));
            assertThat(Events.on("narrow-outputs").ofSubject(subject)).isEmpty();
        } finally {
            setConfig("narrow-outputs", TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "1000000");
        }
        await().untilAsserted(() -> assertThat(Events.on("narrow-outputs").ofSubject(subject)).hasSize(2));
        assertThat(Events.on("narrow-outputs").ofSubject(subject).getLast().data()).contains("behind");
    }

    private void receive(String name) {
        await().ignoreExceptions().untilAsserted(() -> {
            Events.publish("lost-inputs", sample(name));
            assertThat(effects.of(subject)).contains(name);
        });
    }

    private void append(String topic, String name) {
        transactions.executeWithoutResult(_ -> outbox.append(topic, subject, new SampleTaken(subject, name)));
    }

    private TestEvent sample(String name) {
        return TestEvent.of("sample.taken", subject,
                "{\"type\":\"sample.taken\",\"subject\":\"%s\",\"name\":\"%s\"}".formatted(subject, name));
    }

    private void delete(String... topics) throws Exception {
        try (var admin = admin()) {
            admin.deleteTopics(List.of(topics)).all().get();
        }
    }

    private int partitions(String topic) throws Exception {
        try (var admin = admin()) {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
        }
    }

    private String config(String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = admin()) {
            return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
        }
    }

    private void setConfig(String topic, String name, String value) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var change = new AlterConfigOp(new ConfigEntry(name, value), OpType.SET);
        try (var admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
        }
    }

    private Admin admin() {
        return Admin.create(kafka.getConfigurationProperties());
    }
}
