package dev.ashlar.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class HeldEventsTest {

    private static final Exception TIMEOUT = new QueryTimeoutException("statement",
            new SQLException("cancelled", "57014"));
    private static final Exception READ_ONLY = new IllegalStateException(new SQLException("read-only", "25006"));

    private final ConsumerRecord<byte[], byte[]> event = at(0, 7);
    private Instant now = Instant.EPOCH;
    private boolean storeWorks = true;
    private final HeldEvents held = new HeldEvents(Duration.ofMinutes(10), () -> storeWorks, new SpringFaults(),
            clock(() -> now));

    @Test
    void givesUpAnEventThatFailsForTenMinutesWhileTheStoreWorks() {
        failFor(Duration.ofMinutes(9), TIMEOUT);
        assertThat(held.isGivenUp(event)).isFalse();

        failFor(Duration.ofMinutes(1), TIMEOUT);
        assertThat(held.isGivenUp(event)).isTrue();
    }

    @Test
    void givesUpNothingAfterFewAttempts() {
        held.failed(event, TIMEOUT);
        now = now.plus(Duration.ofHours(1));
        held.failed(event, TIMEOUT);

        assertThat(held.isGivenUp(event)).isFalse();
    }

    @Test
    void givesUpNothingWhileTheStoreDoesNotWork() {
        storeWorks = false;
        failFor(Duration.ofHours(3), TIMEOUT);

        assertThat(held.isGivenUp(event)).isFalse();
    }

    @Test
    void givesUpNothingForAFaultThatIsTheStoresForSure() {
        failFor(Duration.ofHours(3), READ_ONLY);

        assertThat(held.isGivenUp(event)).isFalse();
    }

    @Test
    void beginsAgainAfterAnOutage() {
        failFor(Duration.ofMinutes(9), TIMEOUT);
        held.failed(event, READ_ONLY);
        failFor(Duration.ofMinutes(9), TIMEOUT);

        assertThat(held.isGivenUp(event)).isFalse();
    }

    @Test
    void givesSixTimesAsLongWhileAllEventsOfTheTypeFail() {
        for (var minute = 0; minute < 30; minute++) {
            failFor(Duration.ofMinutes(1), TIMEOUT);
            held.failed(at(1, 3), TIMEOUT);
        }
        assertThat(held.isGivenUp(event)).isFalse();

        held.succeeded(at(2, 1));
        assertThat(held.isGivenUp(event)).isTrue();
    }

    @Test
    void showsWhatIsHeldUntilItSucceeds() {
        held.failed(event, READ_ONLY);
        assertThat(held.degraded()).isFalse();
        now = now.plusSeconds(6);
        assertThat(held.degraded()).isTrue();
        assertThat(held.figures().get("orders-0")).asString().contains("offset=7", "attempts=1");

        held.succeeded(event);
        assertThat(held.degraded()).isFalse();
        assertThat(held.figures()).isEmpty();
    }

    @Test
    void givesUpAgainAfterTheDeadLetterWasRefused() {
        failFor(Duration.ofMinutes(10), TIMEOUT);
        held.letterRefused(event, new IllegalStateException());
        held.failed(event, TIMEOUT);

        assertThat(held.isGivenUp(event)).isTrue();
    }

    private void failFor(Duration time, Exception e) {
        for (var end = now.plus(time); now.isBefore(end); now = now.plusSeconds(15)) {
            held.failed(event, e);
        }
        held.failed(event, e);
    }

    private static ConsumerRecord<byte[], byte[]> at(int partition, long offset) {
        return new ConsumerRecord<>("orders", partition, offset, new byte[0], new byte[0]);
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
