package dev.ashlar.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.messaging.MessagingProperties.OutboxLimits;
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
        assertThat(sampled(new OutboxBacklog.Sample(10, NOON.minusSeconds(60))).degraded()).isFalse();
        assertThat(sampled(new OutboxBacklog.Sample(11, NOON)).degraded()).isTrue();
        assertThat(sampled(new OutboxBacklog.Sample(1, NOON.minusSeconds(61))).degraded()).isTrue();
        assertThat(sampled(new OutboxBacklog.Sample(0, null)).degraded()).isFalse();
    }

    @Test
    void queriesTheDatabaseNeitherForAScrapeNorForReadiness() {
        var queries = new AtomicInteger();
        var backlog = backlog(() -> {
            queries.incrementAndGet();
            return new OutboxBacklog.Sample(3, NOON.minusSeconds(7));
        });
        backlog.bindTo(meters);
        assertThat(gauge("ashlar.outbox.events")).isNaN();
        assertThat(backlog.health(false).getStatus()).isEqualTo(Status.UP);
        assertThat(queries).hasValue(0);

        backlog.sample();

        assertThat(gauge("ashlar.outbox.events")).isEqualTo(3);
        assertThat(gauge("ashlar.outbox.oldest.age")).isEqualTo(7);
        assertThat(queries).hasValue(1);
    }

    @Test
    void showsFiguresWithTheirLimits() {
        assertThat(sampled(new OutboxBacklog.Sample(3, NOON.minusSeconds(7))).figures()).containsEntry("backlog", 3L)
                .containsEntry("oldest_seconds", 7L).containsEntry("limit", 10L)
                .containsEntry("limit_oldest_seconds", 60L);
    }

    @Test
    void isDegradedInTheHealthOfSpringBoot() {
        var health = sampled(new OutboxBacklog.Sample(11, NOON)).health();

        assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.getDetails()).containsEntry("backlog", 11L);
    }

    @Test
    void isDownInTheHealthOfSpringBootIfTheQueryFails() {
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

    private static OutboxBacklog sampled(OutboxBacklog.Sample sample) {
        var backlog = backlog(() -> sample);
        backlog.sample();
        return backlog;
    }

    private static OutboxBacklog backlog(Supplier<OutboxBacklog.Sample> query) {
        return new OutboxBacklog(query, new OutboxLimits(10, Duration.ofMinutes(1)),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
