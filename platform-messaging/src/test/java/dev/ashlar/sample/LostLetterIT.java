package dev.ashlar.sample;

import static dev.ashlar.sample.Fault.a;
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
import java.util.UUID;
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

/** A dead letter that the broker does not take is no reason to pass over the event: it waits, and what is behind it too. */
@SpringBootTest
@WithInfrastructure(service = "order_service", parts = {POSTGRES, KAFKA}, topics = "inputs")
class LostLetterIT {

    private static final String LETTERS = "kept-inputs.sample-service.dlt";

    @Autowired
    private Effects effects;

    @Autowired
    private KafkaAdmin kafka;

    @Autowired
    private MeterRegistry meters;

    @Test
    void isWrittenOnceTheBrokerTakesIt() throws Exception {
        var poison = a("poison").value("{").isADeadLetter("not a valid SampleTaken");
        var next = UUID.randomUUID();
        var largest = largest();
        setLargest("1");
        try {
            var refused = refused();
            Events.publish(poison.message());
            Events.publish(Fault.good(poison.message().topic(), next));
            await().until(() -> refused() > refused + 1); // tried, and tried again

            assertThat(effects.of(next)).isEmpty();
        } finally {
            setLargest(largest);
        }

        await().untilAsserted(() -> assertThat(effects.of(next)).containsExactly("sample"));
        assertThat(Events.on(LETTERS).messages())
                .filteredOn(letter -> Arrays.equals(letter.key(), poison.message().key())).hasSize(1);
    }

    private double refused() {
        return meters.find("kafka.producer.record.error.total").functionCounters().stream()
                .mapToDouble(FunctionCounter::count).sum();
    }

    private String largest() throws Exception {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            return admin.describeConfigs(List.of(letters())).all().get().get(letters())
                    .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value();
        }
    }

    private void setLargest(String bytes) throws Exception {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            admin.incrementalAlterConfigs(Map.of(letters(), List.of(new AlterConfigOp(
                    new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, bytes), OpType.SET)))).all().get();
        }
    }

    private static ConfigResource letters() {
        return new ConfigResource(ConfigResource.Type.TOPIC, LETTERS);
    }
}
