package dev.ashlar.chassis.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void isDegradedBeyondTheLimitOfCountOrAge() {
        assertThat(sampled(new BacklogSize(10, NOON.minusSeconds(60))).degraded()).isFalse();
        assertThat(sampled(new BacklogSize(11, NOON)).degraded()).isTrue();
        assertThat(sampled(new BacklogSize(1, NOON.minusSeconds(61))).degraded()).isTrue();
        assertThat(sampled(new BacklogSize(0, null)).degraded()).isFalse();
    }

    @Test
    void runsNoQueryForAScrapeOrForReadiness() {
        var queries = new AtomicInteger();
        var backlog = backlog(() -> {
            queries.incrementAndGet();
            return new BacklogSize(3, NOON.minusSeconds(7));
        });
        backlog.bindTo(meters);
        assertThat(gauge("ashlar.outbox.events")).isNaN();
        assertThat(backlog.degraded()).isFalse();
        assertThat(queries).hasValue(0);

        backlog.sample();

        assertThat(gauge("ashlar.outbox.events")).isEqualTo(3);
        assertThat(gauge("ashlar.outbox.oldest.age")).isEqualTo(7);
        assertThat(queries).hasValue(1);
    }

    @Test
    void showsFiguresWithTheirLimits() {
        assertThat(sampled(new BacklogSize(3, NOON.minusSeconds(7))).figures()).containsEntry("backlog", 3L)
                .containsEntry("oldest_seconds", 7L).containsEntry("limit", 10L)
                .containsEntry("limit_oldest_seconds", 60L);
    }

    private double gauge(String name) {
        var meter = meters.get(name).meter();
        return meter.measure().iterator().next().getValue();
    }

    private static Backlog sampled(BacklogSize size) {
        var backlog = backlog(() -> size);
        backlog.sample();
        return backlog;
    }

    private static Backlog backlog(Supplier<BacklogSize> query) {
        return new Backlog("outbox", "backlog", "events", query, new BacklogLimits(10, Duration.ofMinutes(1)),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
