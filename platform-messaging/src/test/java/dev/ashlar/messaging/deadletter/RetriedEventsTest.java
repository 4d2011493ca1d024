package dev.ashlar.messaging.deadletter;

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

class RetriedEventsTest {

    private static final Exception TIMEOUT = new QueryTimeoutException("statement",
            new SQLException("cancelled", "57014"));
    private static final Exception READ_ONLY = new IllegalStateException(new SQLException("read-only", "25006"));

    private final ConsumerRecord<byte[], byte[]> event = at(0, 7);
    private Instant now = Instant.EPOCH;
    private boolean databaseWorks = true;
    private final RetriedEvents retried = new RetriedEvents(Duration.ofMinutes(10), () -> databaseWorks,
            new SpringFaults(),
            clock(() -> now));

    @Test
    void givesUpAnEventThatFailsForTenMinutesWhileTheDatabaseWorks() {
        failFor(Duration.ofMinutes(9), TIMEOUT);
        assertThat(retried.isGivenUp(event)).isFalse();

        failFor(Duration.ofMinutes(1), TIMEOUT);
        assertThat(retried.isGivenUp(event)).isTrue();
    }

    @Test
    void givesUpNoEventAfterFewAttempts() {
        retried.failed(event, TIMEOUT);
        now = now.plus(Duration.ofHours(1));
        retried.failed(event, TIMEOUT);

        assertThat(retried.isGivenUp(event)).isFalse();
    }

    @Test
    void givesUpNoEventWhileTheDatabaseIsDown() {
        databaseWorks = false;
        failFor(Duration.ofHours(3), TIMEOUT);

        assertThat(retried.isGivenUp(event)).isFalse();
    }

    @Test
    void givesUpNoEventAfterAFaultThatIsClearlyTheDatabases() {
        failFor(Duration.ofHours(3), READ_ONLY);

        assertThat(retried.isGivenUp(event)).isFalse();
    }

    @Test
    void startsTheTimeAgainAfterAnOutage() {
        failFor(Duration.ofMinutes(9), TIMEOUT);
        retried.failed(event, READ_ONLY);
        failFor(Duration.ofMinutes(9), TIMEOUT);

        assertThat(retried.isGivenUp(event)).isFalse();
    }

    @Test
    void waitsSixTimesAsLongWhileAllEventsOfTheTypeFail() {
        for (var minute = 0; minute < 30; minute++) {
            failFor(Duration.ofMinutes(1), TIMEOUT);
            retried.failed(at(1, 3), TIMEOUT);
        }
        assertThat(retried.isGivenUp(event)).isFalse();

        retried.succeeded(at(2, 1));
        assertThat(retried.isGivenUp(event)).isTrue();
    }

    @Test
    void showsARetriedEventUntilItSucceeds() {
        retried.failed(event, READ_ONLY);
        assertThat(retried.degraded()).isFalse();
        now = now.plusSeconds(6);
        assertThat(retried.degraded()).isTrue();
        assertThat(retried.figures().get("orders-0")).asString().contains("offset=7", "attempts=1");

        retried.succeeded(event);
        assertThat(retried.degraded()).isFalse();
        assertThat(retried.figures()).isEmpty();
    }

    @Test
    void givesUpAgainAfterTheBrokerRejectedTheDeadLetter() {
        failFor(Duration.ofMinutes(10), TIMEOUT);
        retried.deadLetterFailed(event, new IllegalStateException());
        retried.failed(event, TIMEOUT);

        assertThat(retried.isGivenUp(event)).isTrue();
    }

    private void failFor(Duration time, Exception e) {
        for (var end = now.plus(time); now.isBefore(end); now = now.plusSeconds(15)) {
            retried.failed(event, e);
        }
        retried.failed(event, e);
    }

    private static ConsumerRecord<byte[], byte[]> at(int partition, long offset) {
        return new ConsumerRecord<>("orders", partition, offset, new byte[0], new byte[0]);
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
