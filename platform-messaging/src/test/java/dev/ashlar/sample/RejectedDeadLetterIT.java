package dev.ashlar.sample;

import static dev.ashlar.sample.MessageCase.a;
import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.Events;
import dev.ashlar.testing.WithInfrastructure;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaAdmin;

/** The broker rejects a dead letter. The event and all events behind it wait until the broker takes the dead letter. */
@SpringBootTest
@WithInfrastructure(service = "order_service", parts = {POSTGRES, KAFKA}, topics = "inputs")
class RejectedDeadLetterIT {

    private static final String DEAD_LETTERS = "kept-inputs.sample-service.dlt";

    @Autowired
    private Effects effects;

    @Autowired
    private KafkaAdmin kafka;

    @Autowired
    private MeterRegistry meters;

    @Test
    void isWrittenWhenTheBrokerTakesIt() throws Exception {
        var poison = a("poison").value("{").isADeadLetter("not a valid SampleTaken");
        var next = UUID.randomUUID();
        // The service creates its topics after its start.
        var sizeLimit = await().ignoreExceptionsInstanceOf(ExecutionException.class).until(this::sizeLimit,
                Objects::nonNull);
        setSizeLimit("1");
        try {
            var before = rejected();
            Events.publish(poison.message());
            Events.publish(MessageCase.good(poison.message().topic(), next));
            await().until(() -> rejected() > before + 1); // rejected twice

            assertThat(effects.of(next)).isEmpty();
        } finally {
            setSizeLimit(sizeLimit);
        }

        await().untilAsserted(() -> assertThat(effects.of(next)).containsExactly("sample"));
        assertThat(Events.on(DEAD_LETTERS).messages())
                .filteredOn(deadLetter -> Arrays.equals(deadLetter.key(), poison.message().key())).hasSize(1);
    }

    private double rejected() {
        return meters.find("kafka.producer.record.error.total").functionCounters().stream()
                .mapToDouble(FunctionCounter::count).sum();
    }

    private String sizeLimit() throws Exception {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            return admin.describeConfigs(List.of(deadLetters())).all().get().get(deadLetters())
                    .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value();
        }
    }

    private void setSizeLimit(String bytes) throws Exception {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            admin.incrementalAlterConfigs(Map.of(deadLetters(), List.of(new AlterConfigOp(
                    new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, bytes), OpType.SET)))).all().get();
        }
    }

    private static ConfigResource deadLetters() {
        return new ConfigResource(ConfigResource.Type.TOPIC, DEAD_LETTERS);
    }
}
