package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import dev.ashlar.testing.WithInfrastructure;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** While an event holds the listener, others of the same partition arrive. The next polls return them together. */
@SpringBootTest
@WithInfrastructure(service = "order_service", parts = {POSTGRES, KAFKA}, topics = "inputs")
class BatchesIT {

    private static final List<String> NAMES = IntStream.rangeClosed(1, 10).mapToObj(i -> "sample " + i).toList();

    private final UUID subject = UUID.randomUUID();

    @Autowired
    private Effects effects;

    @BeforeEach
    void holdTheListener() {
        publish("gate");
    }

    /** Kafka's client may already have fetched the first event, so there can be two polls. */
    @Test
    void handlesTheEventsOfOnePollInOneTransaction() {
        NAMES.forEach(this::publish);
        effects.openGate();

        await().untilAsserted(() -> assertThat(handled()).containsExactlyElementsOf(NAMES));
        assertThat(effects.transactions(subject, NAMES)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void handlesEachEventAloneAfterOneOfThemFailed() {
        NAMES.subList(0, 5).forEach(this::publish);
        publish("violation");
        NAMES.subList(5, 10).forEach(this::publish);
        effects.openGate();

        await().untilAsserted(() -> assertThat(handled()).containsExactlyElementsOf(NAMES));
        assertThat(effects.transactions(subject, NAMES)).hasSizeGreaterThan(NAMES.size() / 2);
        await().untilAsserted(() -> assertThat(deadLetters()).isEqualTo(1));
    }

    @Test
    void keepsTheOrderWhileAStoreFailsForABatch() {
        NAMES.forEach(this::publish);
        effects.failNext(4);
        effects.openGate();

        await().untilAsserted(() -> assertThat(handled()).containsExactlyElementsOf(NAMES));
        assertThat(deadLetters()).isZero();
    }

    @Test
    void handlesAnEventThatIsTwiceInABatchOnce() {
        publish("first");
        var duplicate = event("once");
        Events.publish("inputs", duplicate);
        Events.publish("inputs", duplicate);
        publish("last");
        effects.openGate();

        await().untilAsserted(() -> assertThat(handled()).containsExactly("first", "once", "last"));
    }

    private List<String> handled() {
        return effects.of(subject).stream().filter(name -> !name.equals("gate")).toList();
    }

    private long deadLetters() {
        return Events.on("inputs.sample-service.dlt").messages().stream()
                .filter(deadLetter -> new String(deadLetter.key(), UTF_8).equals(subject.toString())).count();
    }

    private void publish(String name) {
        Events.publish("inputs", event(name));
    }

    private TestEvent event(String name) {
        return TestEvent.of("sample.taken", subject,
                "{\"type\":\"sample.taken\",\"subject\":\"" + subject + "\",\"name\":\"" + name + "\"}");
    }
}
