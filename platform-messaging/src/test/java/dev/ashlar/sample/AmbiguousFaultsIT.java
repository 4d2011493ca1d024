package dev.ashlar.sample;

import static dev.ashlar.sample.MessageCase.a;
import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.messaging.DeadLetter;
import dev.ashlar.messaging.DeadLetters;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.WithInfrastructure;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The database or the event may be at fault. The event is given up after a while if the database works otherwise. */
@SpringBootTest(properties = {"ashlar.messaging.give-up-after=1s",
        "spring.datasource.hikari.data-source-properties.options=-c statement_timeout=300ms"})
@WithInfrastructure(service = "order_service", parts = {POSTGRES, KAFKA}, topics = "inputs")
@DirtiesContext
class AmbiguousFaultsIT {

    private static final String DEAD_LETTERS = "kept-inputs.sample-service.dlt";

    @Autowired
    private Effects effects;

    @Autowired
    private DeadLetters letters;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    @Qualifier("held_events")
    private HealthIndicator retried;

    @ParameterizedTest
    @ValueSource(strings = {"statement timeout", "unknown state"})
    void makeADeadLetterAndDelayNoOtherPartition(String name) {
        var fault = a(name).named(name).isADeadLetter("");
        var beside = UUID.randomUUID();
        var behind = UUID.randomUUID();
        Events.publish(fault.message());
        await().until(() -> !retried.health().getDetails().isEmpty());
        Events.publish(elsewhere(beside));
        Events.publish(MessageCase.good("kept-inputs", behind));

        await().untilAsserted(() -> assertThat(effects.of(beside)).containsExactly("sample"));
        await().untilAsserted(() -> assertThat(effects.of(behind)).containsExactly("sample"));
        assertThat(deadLetters(fault)).isEqualTo(1);
        assertThat(retried.health().getDetails()).isEmpty();
    }

    /** A letter that is retried for ever would block the replay of all others. */
    @Test
    void parkADeadLetterAgainIfItsReplayFails() {
        var fault = a("statement timeout").named("statement timeout").isADeadLetter("");
        Events.publish(fault.message());
        var key = new DeadLetters.Filter(null, null, new String(fault.message().key(), UTF_8), null, null, null);
        var letter = await().until(() -> letters.newest(key, null, 1), found -> !found.isEmpty()).getFirst();

        letters.replay(letter.id());

        await().until(() -> letters.find(letter.id()).orElseThrow().letter().state() == DeadLetter.State.PARKED);
        assertThat(letters.find(letter.id()).orElseThrow().letter().reason()).contains("Exception");
    }

    /** All events wait for a lock for several times as long as it takes to give up an event. */
    @Test
    void makeNoDeadLetterWhileTheDatabaseIsDown() {
        var event = a("good").isHandled();
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("LOCK TABLE inbox").update();
            Events.publish(event.message());
            var deadLetters = Events.on(DEAD_LETTERS).messages().size();
            await().until(() -> retried.health().getDetails().toString().matches(".*attempts=[4-9].*"));
            assertThat(Events.on(DEAD_LETTERS).messages()).hasSize(deadLetters);
        });

        await().untilAsserted(() -> assertThat(effects.of(event.subject())).containsExactly("sample"));
        assertThat(deadLetters(event)).isZero();
    }

    private static long deadLetters(MessageCase fault) {
        return Events.on(DEAD_LETTERS).messages().stream()
                .filter(deadLetter -> Arrays.equals(deadLetter.key(), fault.message().key())).count();
    }

    private static ProducerRecord<byte[], byte[]> elsewhere(UUID subject) {
        var good = MessageCase.good("kept-inputs", subject);
        return new ProducerRecord<>(good.topic(), 1, good.key(), good.value(), good.headers());
    }
}
