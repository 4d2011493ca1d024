package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import dev.ashlar.testing.WithInfrastructure;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@WithInfrastructure(service = "order_service", parts = {POSTGRES, KAFKA}, topics = "inputs")
class InboxIT {

    private static final String DEAD_LETTERS = "inputs.sample-service.dlt";

    private final UUID subject = UUID.randomUUID();

    @Autowired
    private Effects effects;

    @Test
    void handlesADuplicateEventOnce() {
        var event = sample("once");
        Events.publish("inputs", event);
        Events.publish("inputs", event);
        Events.publish("inputs", sample("next"));

        await().untilAsserted(() -> assertThat(effects.of(subject)).containsExactly("once", "next"));
    }

    @Test
    void keepsTheOrderByRetryingInPlaceWhileAStoreIsDown() {
        effects.failNext(3);
        Events.publish("inputs", sample("first"));
        Events.publish("inputs", sample("second"));

        await().untilAsserted(() -> assertThat(effects.of(subject)).containsExactly("first", "second"));
    }

    @Test
    void writesADeadLetterWithItsReasonAndContinues() {
        Events.publish("inputs", TestEvent.of("sample.taken", subject, "{\"subject\":\"" + subject + "\"}"));
        Events.publish("inputs", TestEvent.of("sample.taken", subject, "not json"));
        Events.publish(new ProducerRecord<>("inputs", key(), "no headers".getBytes(UTF_8)));
        Events.publish("inputs", sample("after"));

        await().untilAsserted(() -> assertThat(effects.of(subject)).containsExactly("after"));
        await().untilAsserted(() -> assertThat(Events.on(DEAD_LETTERS).messages())
                .filteredOn(deadLetter -> new String(deadLetter.key(), UTF_8).equals(subject.toString()))
                .extracting(
                        deadLetter -> new String(deadLetter.headers().lastHeader("kafka_dlt-exception-message").value(),
                                UTF_8))
                .satisfiesExactly(reason -> assertThat(reason).contains("name must not be null"),
                        reason -> assertThat(reason).contains("not a valid SampleTaken"),
                        reason -> assertThat(reason).contains("ce_id is missing")));
    }

    @Test
    void ignoresTombstonesAndTypesWithoutAHandler() {
        Events.publish("inputs", TestEvent.of("sample.lost", subject, "{}"));
        Events.publish(new ProducerRecord<>("inputs", key(), null));
        Events.publish("inputs", sample("after"));

        await().untilAsserted(() -> assertThat(effects.of(subject)).containsExactly("after"));
        assertThat(Events.on(DEAD_LETTERS).messages())
                .noneMatch(deadLetter -> new String(deadLetter.key(), UTF_8).equals(subject.toString()));
    }

    private TestEvent sample(String name) {
        return TestEvent.of("sample.taken", subject,
                "{\"type\":\"sample.taken\",\"subject\":\"" + subject + "\",\"name\":\"" + name + "\"}");
    }

    private byte[] key() {
        return subject.toString().getBytes(UTF_8);
    }
}
