package dev.ashlar.gateway.upstream.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.upstream.health.CheckState.Health;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;

/** The timeline of the course, with a fake clock: a check every 30 s, 2 successes admit, 3 failures remove. */
class TimelineTest {

    private static final CheckTarget INSTANCE = new CheckTarget(new HttpHost("http", "orders-1", 8082), null);

    private final AtomicLong nanos = new AtomicLong();
    private final HealthSettings settings = settings(null);
    private final CheckState state = new CheckState(settings);
    private final AtomicLong changes = new AtomicLong();
    private Response response = () -> 200;
    private final ActiveCheck check = check(settings);

    private interface Response {

        int status() throws IOException;
    }

    @Test
    void admitsAfterTwoSuccessesAndRemovesAfterThreeFailures() {
        at(0, () -> 200, Health.UNKNOWN, 1, 0);
        at(30, () -> 200, Health.HEALTHY, 2, 0);
        at(60, () -> 200, Health.HEALTHY, 3, 0);
        at(90, () -> 500, Health.HEALTHY, 0, 1);
        at(120, TimelineTest::timesOut, Health.HEALTHY, 0, 2);
        at(150, () -> 503, Health.UNHEALTHY, 0, 3);
        at(180, () -> 200, Health.UNHEALTHY, 1, 0);
        at(210, () -> 200, Health.HEALTHY, 2, 0);
        assertThat(changes).hasValue(3);
    }

    @Test
    void checksOnlyWhenTheIntervalIsOver() {
        at(0, () -> 200, Health.UNKNOWN, 1, 0);
        at(29, () -> 200, Health.UNKNOWN, 1, 0);
        at(30, () -> 200, Health.HEALTHY, 2, 0);
        at(59, () -> 200, Health.HEALTHY, 2, 0);
    }

    @Test
    void acceptsEachStatusFrom200To299Only() {
        at(0, () -> 299, Health.UNKNOWN, 1, 0);
        at(30, () -> 300, Health.UNKNOWN, 0, 1);
        at(60, () -> 199, Health.UNKNOWN, 0, 2);
    }

    @Test
    void isNotReadyIfOnlyTheReadinessCheckFails() {
        var ready = settings("/health/ready");
        var health = new CheckState(ready);
        var both = new ActiveCheck(INSTANCE, ready, health,
                checker((_, path, _) -> path.equals("/health") ? 200 : 503), changes::incrementAndGet);

        both.tick();

        assertThat(health.successes()).isEqualTo(1);
        assertThat(both.isReady()).isFalse();
    }

    @Test
    void startsNoSecondCheckWhileOneIsRunning() {
        var waiting = new ArrayList<Runnable>();
        var slow = new ActiveCheck(INSTANCE, settings, state,
                new ActiveCheck.Checker((_, _, _) -> 200, waiting::add, nanos::get, () -> 1), () -> {});

        slow.tick();
        slow.tick();

        assertThat(waiting).hasSize(1);
    }

    private void at(int second, Response next, Health expected, int successes, int failures) {
        nanos.set(Duration.ofSeconds(second).toNanos());
        response = next;
        check.tick();
        assertThat(state.health()).as("at %s s", second).isEqualTo(expected);
        assertThat(state.successes()).as("successes at %s s", second).isEqualTo(successes);
        assertThat(state.failures()).as("failures at %s s", second).isEqualTo(failures);
    }

    private static int timesOut() throws IOException {
        throw new SocketTimeoutException("Read timed out");
    }

    private ActiveCheck check(HealthSettings of) {
        return new ActiveCheck(INSTANCE, of, state, checker((_, _, _) -> response.status()),
                changes::incrementAndGet);
    }

    private ActiveCheck.Checker checker(Probe probe) {
        return new ActiveCheck.Checker(probe, Runnable::run, nanos::get, () -> 1);
    }

    private static HealthSettings settings(String ready) {
        var interval = Duration.ofSeconds(30);
        return new HealthSettings("/health", ready, interval, Duration.ofSeconds(1), 2, 3, interval,
                Duration.ofSeconds(10));
    }
}
