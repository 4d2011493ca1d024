package dev.ashlar.chassis.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HealthChecksTest {

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void runsInParallel() {
        var met = new CyclicBarrier(2);
        var checks = checks(HealthCheck.required("one", () -> met.await(5, TimeUnit.SECONDS)),
                HealthCheck.required("other", () -> met.await(5, TimeUnit.SECONDS)));

        assertThat(checks.results().values()).allMatch(CheckResult::isUp);
    }

    @Test
    void reportsATimeoutForAProbeThatHangs() {
        var checks = checks(hanging());

        assertThat(checks.results()).containsEntry("store", CheckResult.down("timeout"));
        released.countDown();
    }

    @Test
    void startsTheNextProbeOnlyAfterTheOneThatHangsHasEnded() {
        var checks = checks(hanging());
        for (var report = 0; report < 100; report++) {
            checks.results();
        }
        assertThat(runs).hasValue(1);

        released.countDown();

        await().until(() -> checks.results().get("store").isUp());
        assertThat(runs).hasValue(2);
    }

    @Test
    void probesAStoreOnceASecondForAnyNumberOfReports() {
        var checks = checks(HealthCheck.required("store", runs::incrementAndGet));
        for (var report = 0; report < 100; report++) {
            checks.results();
        }
        assertThat(runs.get()).isLessThan(10);
        await().until(() -> {
            checks.results();
            return runs.get() > 1;
        });
    }

    @Test
    void isDegradedByAnOptionalCheckAndStaysReady() {
        var checks = checks(HealthCheck.optional("cache", () -> {
            throw new IOException("gone");
        }), HealthCheck.required("database", () -> {}));
        var results = checks.results();

        assertThat(results).containsEntry("cache", CheckResult.down("unavailable"));
        assertThat(checks.isReady(results)).isTrue();
        assertThat(checks.isDegraded(results)).isTrue();
    }

    @Test
    void isReadyOnceACheckThatIsNeededToStartWasUp() {
        var check = HealthCheck.neededToStart("sessions", () -> {
            if (runs.incrementAndGet() != 2) {
                throw new IOException("gone");
            }
        });
        var checks = checks(check);

        assertThat(checks.isReady(checks.results())).isFalse();
        await().until(() -> checks.isReady(checks.results()));
        await().until(() -> checks.isDegraded(checks.results()));
        assertThat(checks.isReady(checks.results())).isTrue();
    }

    private HealthCheck hanging() {
        return HealthCheck.required("store", () -> {
            runs.incrementAndGet();
            released.await();
        });
    }

    private static HealthChecks checks(HealthCheck... checks) {
        return new HealthChecks(List.of(checks), Executors.newVirtualThreadPerTaskExecutor());
    }
}
