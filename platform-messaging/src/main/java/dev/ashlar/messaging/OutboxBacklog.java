package dev.ashlar.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events that wait in the outbox. A job samples them, so neither a scrape nor {@link #degraded()} asks the database. While the
 * database hangs, the count stays as it was and the age of the oldest grows.
 */
final class OutboxBacklog implements DegradableHealth, MeterBinder {

    private final Supplier<Waiting> query;
    private final BacklogProperties.Limits limits;
    private final Clock clock;
    private volatile @Nullable Waiting last;

    OutboxBacklog(Supplier<Waiting> query, BacklogProperties.Limits limits, Clock clock) {
        this.query = query;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param oldest since when the oldest event has waited; null if none waits */
    record Waiting(long events, @Nullable Instant oldest) {}

    /** Asks the database. */
    Waiting sample() {
        var now = query.get();
        last = now;
        return now;
    }

    @Override
    public Map<String, Object> figures() {
        var waiting = sample();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("backlog", waiting.events());
        figures.put("oldest_seconds", age(waiting).toSeconds());
        figures.put("limit", limits.count());
        figures.put("limit_oldest_seconds", limits.age().toSeconds());
        return figures;
    }

    @Override
    public boolean degraded() {
        var waiting = last;
        return waiting != null
                && (waiting.events() > limits.count() || age(waiting).compareTo(limits.age()) > 0);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ashlar.outbox.events", this, OutboxBacklog::count).description("What waits in the table")
                .register(meters);
        TimeGauge.builder("ashlar.outbox.oldest.age", this, TimeUnit.MILLISECONDS, OutboxBacklog::ageMillis)
                .description("How long the oldest has waited").register(meters);
    }

    private double count() {
        var waiting = last;
        return waiting == null ? Double.NaN : waiting.events();
    }

    private double ageMillis() {
        var waiting = last;
        return waiting == null ? Double.NaN : age(waiting).toMillis();
    }

    /** The clocks of the database and of this machine may differ by a little: no age is negative. */
    private Duration age(Waiting waiting) {
        Instant oldest = waiting.oldest();
        var age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
