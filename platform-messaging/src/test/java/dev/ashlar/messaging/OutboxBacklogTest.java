package dev.ashlar.messaging;

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
import org.springframework.boot.health.contributor.Status;

class OutboxBacklogTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void isDegradedBeyondEitherLimit() {
        assertThat(sampled(new OutboxBacklog.Waiting(10, NOON.minusSeconds(60))).degraded()).isFalse();
        assertThat(sampled(new OutboxBacklog.Waiting(11, NOON)).degraded()).isTrue();
        assertThat(sampled(new OutboxBacklog.Waiting(1, NOON.minusSeconds(61))).degraded()).isTrue();
        assertThat(sampled(new OutboxBacklog.Waiting(0, null)).degraded()).isFalse();
    }

    @Test
    void asksTheDatabaseNeitherForAScrapeNorForReadiness() {
        var asked = new AtomicInteger();
        var backlog = backlog(() -> {
            asked.incrementAndGet();
            return new OutboxBacklog.Waiting(3, NOON.minusSeconds(7));
        });
        backlog.bindTo(meters);
        assertThat(gauge("ashlar.outbox.events")).isNaN();
        assertThat(backlog.health(false).getStatus()).isEqualTo(Status.UP);
        assertThat(asked).hasValue(0);

        backlog.sample();

        assertThat(gauge("ashlar.outbox.events")).isEqualTo(3);
        assertThat(gauge("ashlar.outbox.oldest.age")).isEqualTo(7);
        assertThat(asked).hasValue(1);
    }

    @Test
    void tellsFiguresWithTheirLimits() {
        assertThat(sampled(new OutboxBacklog.Waiting(3, NOON.minusSeconds(7))).figures()).containsEntry("backlog", 3L)
                .containsEntry("oldest_seconds", 7L).containsEntry("limit", 10L)
                .containsEntry("limit_oldest_seconds", 60L);
    }

    @Test
    void saysThatItIsDegradedInTheHealthOfSpringBoot() {
        var health = sampled(new OutboxBacklog.Waiting(11, NOON)).health();

        assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.getDetails()).containsEntry("backlog", 11L);
    }

    @Test
    void isDownInTheHealthOfSpringBootIfTheDatabaseDoesNotAnswer() {
        var health = backlog(() -> {
            throw new IllegalStateException("secret");
        }).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("error", "IllegalStateException");
    }

    private double gauge(String name) {
        var meter = meters.get(name).meter();
        return meter.measure().iterator().next().getValue();
    }

    private static OutboxBacklog sampled(OutboxBacklog.Waiting waiting) {
        var backlog = backlog(() -> waiting);
        backlog.sample();
        return backlog;
    }

    private static OutboxBacklog backlog(Supplier<OutboxBacklog.Waiting> query) {
        return new OutboxBacklog(query, new BacklogProperties.Limits(10, Duration.ofMinutes(1)),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
