package dev.ashlar.sample;

import static dev.ashlar.messaging.DeadLetter.State.DISCARDED;
import static dev.ashlar.messaging.DeadLetter.State.PARKED;
import static dev.ashlar.messaging.DeadLetter.State.REPLAYED;
import static dev.ashlar.sample.MessageCase.a;
import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.ashlar.messaging.DeadLetter;
import dev.ashlar.messaging.DeadLetterRefused;
import dev.ashlar.messaging.DeadLetters;
import dev.ashlar.messaging.DeadLetters.Filter;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.WithInfrastructure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaAdmin;

/** An operator reads, replays and discards dead letters. */
@SpringBootTest
@WithInfrastructure(service = "order_service", parts = {POSTGRES, KAFKA}, topics = "inputs")
class DeadLettersIT {

    @Autowired
    private DeadLetters letters;
    @Autowired
    private Effects effects;
    @Autowired
    private KafkaAdmin kafka;

    @AfterEach
    void refuseAgain() {
        effects.refuse(true);
    }

    @Test
    void keepTheMessageItsPositionAndTheReason() {
        var poison = a("poison").header("x-shop", "ada").value("{\"name\":").isADeadLetter("");
        var before = Instant.now().minusSeconds(60);
        var place = Events.publish(poison.message());

        var letter = stored(poison);

        assertThat(letter).returns("kept-inputs", DeadLetter::topic).returns(place.partition(), DeadLetter::partition)
                .returns(place.offset(), DeadLetter::offset).returns("sample.taken", DeadLetter::type)
                .returns(PARKED, DeadLetter::state);
        assertThat(letter.reason()).contains("not a valid SampleTaken");
        assertThat(letter.firstSeenAt()).isAfter(before);
        var content = letters.find(letter.id()).orElseThrow();
        assertThat(new String(content.payload(), UTF_8)).isEqualTo("{\"name\":");
        assertThat(content.headers()).containsEntry("x-shop", "ada").containsEntry("ce_type", "sample.taken")
                .doesNotContainKey("kafka_dlt-original-topic");
    }

    @Test
    void areFoundByTypeReasonTimeAndState() {
        var poison = a("poison").header("ce_type", "sample.taken").value("{").isADeadLetter("");
        Events.publish(poison.message());
        var letter = stored(poison);
        var key = key(poison);

        assertThat(letters.newest(new Filter("sample.taken", "a VALID sample", key, PARKED, letter.firstSeenAt(),
                letter.firstSeenAt().plusMillis(1)), null, 10)).containsExactly(letter);
        assertThat(letters.newest(new Filter("sample.lost", null, key, null, null, null), null, 10)).isEmpty();
        assertThat(letters.newest(new Filter(null, "timed out", key, null, null, null), null, 10)).isEmpty();
        assertThat(letters.newest(new Filter(null, null, key, REPLAYED, null, null), null, 10)).isEmpty();
        assertThat(letters.newest(new Filter(null, null, key, null, null, letter.firstSeenAt()), null, 10)).isEmpty();
        assertThat(letters.newest(new Filter(null, null, key, null, null, null), letter.id(), 10)).isEmpty();
    }

    @Test
    void takeEffectOnceHoweverOftenTheyAreReplayed() {
        var refused = a("refused").named("refused").isADeadLetter("");
        Events.publish(refused.message());
        var letter = stored(refused);
        effects.refuse(false);

        letters.replay(letter.id());
        awaitState(letter, REPLAYED);
        letters.replay(letter.id());
        awaitState(letter, REPLAYED);

        assertThat(effects.of(refused.subject())).containsExactly("refused");
    }

    @Test
    void areReplayedAfterKafkaHasDeletedTheirSource() throws Exception {
        var refused = a("refused").named("refused").isADeadLetter("");
        var place = Events.publish(refused.message());
        var letter = stored(refused);
        delete("kept-inputs", place.partition());
        effects.refuse(false);

        letters.replay(letter.id());

        awaitState(letter, REPLAYED);
        assertThat(effects.of(refused.subject())).containsExactly("refused");
    }

    @Test
    void areReplayedByType() {
        var refused = List.of(a("one").header("ce_type", "sample.taken").named("refused").isADeadLetter(""),
                a("another").named("refused").isADeadLetter(""));
        refused.forEach(one -> Events.publish(one.message()));
        var stored = refused.stream().map(this::stored).toList();
        effects.refuse(false);

        assertThat(letters.replayAll("sample.lost")).isZero();
        assertThat(letters.replayAll("sample.taken")).isGreaterThanOrEqualTo(2);

        stored.forEach(letter -> awaitState(letter, REPLAYED));
    }

    @Test
    void areParkedAgainIfTheReplayFails() {
        var poison = a("poison").named("null pointer").isADeadLetter("");
        Events.publish(poison.message());
        var letter = stored(poison);

        letters.replay(letter.id());

        awaitState(letter, PARKED);
        assertThat(letters.find(letter.id()).orElseThrow().letter().reason()).isEqualTo("NullPointerException");
    }

    @Test
    void keepTheReasonWhyTheyWereDiscarded() {
        var poison = a("poison").value("{").isADeadLetter("");
        Events.publish(poison.message());
        var letter = stored(poison);

        letters.discard(letter.id(), "a test of the sender");
        letters.discard(letter.id(), "once more");

        assertThat(letters.find(letter.id()).orElseThrow()).satisfies(content -> {
            assertThat(content.letter().state()).isEqualTo(DISCARDED);
            assertThat(content.discardReason()).isEqualTo("a test of the sender");
        });
        assertThatExceptionOfType(DeadLetterRefused.WrongState.class).isThrownBy(() -> letters.replay(letter.id()))
                .withMessage("The dead letter is DISCARDED.");
    }

    @Test
    void refuseAnUnknownId() {
        assertThatExceptionOfType(DeadLetterRefused.Unknown.class)
                .isThrownBy(() -> letters.replay(UUID.randomUUID()));
        assertThatExceptionOfType(DeadLetterRefused.Unknown.class)
                .isThrownBy(() -> letters.discard(UUID.randomUUID(), "unknown"));
    }

    private DeadLetter stored(MessageCase message) {
        return await().until(() -> letters.newest(new Filter(null, null, key(message), null, null, null), null, 2),
                found -> found.size() == 1).getFirst();
    }

    private void awaitState(DeadLetter letter, DeadLetter.State state) {
        await().until(() -> letters.find(letter.id()).orElseThrow().letter().state() == state);
    }

    private void delete(String topic, int partition) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(-1)))
                    .all().get();
        }
    }

    private static String key(MessageCase message) {
        return new String(message.message().key(), UTF_8);
    }
}
