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

class ChecksTest {

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void runSideBySide() {
        var met = new CyclicBarrier(2);
        var checks = checks(HealthCheck.required("one", () -> met.await(5, TimeUnit.SECONDS)),
                HealthCheck.required("other", () -> met.await(5, TimeUnit.SECONDS)));

        assertThat(checks.results().values()).allMatch(CheckResult::isUp);
    }

    @Test
    void callAProbeThatHangsATimeoutAndHoldNobodyUp() {
        var checks = checks(hanging());

        assertThat(checks.results()).containsEntry("store", CheckResult.down("timeout"));
        released.countDown();
    }

    @Test
    void startNoSecondProbeWhileOneHangsAndOneOnceItHasEnded() {
        var checks = checks(hanging());
        for (var look = 0; look < 100; look++) {
            checks.results();
        }
        assertThat(runs).hasValue(1);

        released.countDown();

        await().until(() -> checks.results().get("store").isUp());
        assertThat(runs).hasValue(2);
    }

    @Test
    void askAStoreOnceASecondHoweverManyLook() {
        var checks = checks(HealthCheck.required("store", runs::incrementAndGet));
        for (var look = 0; look < 100; look++) {
            checks.results();
        }
        assertThat(runs.get()).isLessThan(10);
        await().until(() -> {
            checks.results();
            return runs.get() > 1;
        });
    }

    @Test
    void areDegradedByWhatIsOptionalOnly() {
        var checks = checks(HealthCheck.optional("cache", () -> {
            throw new IOException("gone");
        }), HealthCheck.required("database", () -> {}));
        var found = checks.results();

        assertThat(found).containsEntry("cache", CheckResult.down("unavailable"));
        assertThat(checks.areReady(found)).isTrue();
        assertThat(checks.areOptionalUp(found)).isFalse();
    }

    @Test
    void waitOnceForWhatIsNeededToStart() {
        var check = HealthCheck.neededToStart("sessions", () -> {
            if (runs.incrementAndGet() != 2) {
                throw new IOException("gone");
            }
        });
        var checks = checks(check);

        assertThat(checks.areReady(checks.results())).isFalse();
        await().until(() -> checks.areReady(checks.results()));
        await().until(() -> !checks.areOptionalUp(checks.results()));
        assertThat(checks.areReady(checks.results())).isTrue();
    }

    private HealthCheck hanging() {
        return HealthCheck.required("store", () -> {
            runs.incrementAndGet();
            released.await();
        });
    }

    private static Checks checks(HealthCheck... checks) {
        return new Checks(List.of(checks), Executors.newVirtualThreadPerTaskExecutor());
    }
}
