package dev.ashlar.messaging.outbox;

import dev.ashlar.messaging.MessagingProperties;
import dev.ashlar.messaging.OutboxDepth;
import dev.ashlar.messaging.observability.DegradableHealth;
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
 * Health and metrics of the events in the outbox. A job samples them, so neither a scrape nor {@link #degraded()} queries the database.
 * While the database hangs, the count stays and the age of the oldest event grows.
 */
final class OutboxBacklog implements DegradableHealth, MeterBinder, OutboxDepth {

    private final Supplier<Sample> query;
    private final MessagingProperties.OutboxLimits limits;
    private final Clock clock;
    private volatile @Nullable Sample last;

    OutboxBacklog(Supplier<Sample> query, MessagingProperties.OutboxLimits limits, Clock clock) {
        this.query = query;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param oldest when the oldest event was appended; null if the outbox is empty */
    record Sample(long events, @Nullable Instant oldest) {}

    /** Queries the database. */
    Sample sample() {
        var now = query.get();
        last = now;
        return now;
    }

    @Override
    public Map<String, Object> figures() {
        var sample = sample();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("backlog", sample.events());
        figures.put("oldest_seconds", age(sample).toSeconds());
        figures.put("limit", limits.limit());
        figures.put("limit_oldest_seconds", limits.ageLimit().toSeconds());
        return figures;
    }

    @Override
    public boolean degraded() {
        return exceeds(limits.limit(), limits.ageLimit());
    }

    @Override
    public boolean exceeds(long events, Duration age) {
        var sample = last;
        return sample != null && (sample.events() > events || age(sample).compareTo(age) > 0);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ashlar.outbox.events", this, OutboxBacklog::count).description("Events in the outbox")
                .register(meters);
        TimeGauge.builder("ashlar.outbox.oldest.age", this, TimeUnit.MILLISECONDS, OutboxBacklog::ageMillis)
                .description("Age of the oldest event in the outbox").register(meters);
    }

    private double count() {
        var sample = last;
        return sample == null ? Double.NaN : sample.events();
    }

    private double ageMillis() {
        var sample = last;
        return sample == null ? Double.NaN : age(sample).toMillis();
    }

    /** At least zero, although the clocks of the database and this machine may differ a little. */
    private Duration age(Sample sample) {
        Instant oldest = sample.oldest();
        var age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
