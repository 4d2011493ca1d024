package dev.ashlar.chassis.backlog;

import dev.ashlar.chassis.health.HealthDetail;
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
 * Work that waits in a table; declared as a bean. A job samples it, so neither a scrape nor {@link #degraded()} asks the database.
 * While the database hangs, the count stays as it was and the age of the oldest grows.
 */
public final class Backlog implements HealthDetail, MeterBinder {

    private final String name;
    private final String figure;
    private final String unit;
    private final Supplier<Waiting> query;
    private final BacklogLimits limits;
    private final Clock clock;
    private volatile @Nullable Waiting last;

    /**
     * @param name of the health detail, and with dots for underscores the beginning of the metrics' names
     * @param figure the count's name in the health detail
     * @param unit what waits, in the plural; the count's name as a metric
     */
    public Backlog(String name, String figure, String unit, Supplier<Waiting> query, BacklogLimits limits,
            Clock clock) {
        this.name = name;
        this.figure = figure;
        this.unit = unit;
        this.query = query;
        this.limits = limits;
        this.clock = clock;
    }

    /** Asks the database. */
    Waiting sample() {
        var now = query.get();
        last = now;
        return now;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Object> figures() {
        var waiting = sample();
        var figures = new LinkedHashMap<String, Object>();
        figures.put(figure, waiting.count());
        figures.put("oldest_seconds", age(waiting).toSeconds());
        figures.put("limit", limits.count());
        figures.put("limit_oldest_seconds", limits.age().toSeconds());
        return figures;
    }

    @Override
    public boolean degraded() {
        var waiting = last;
        return waiting != null
                && (waiting.count() > limits.count() || age(waiting).compareTo(limits.age()) > 0);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        var prefix = "ashlar." + name.replace('_', '.') + ".";
        Gauge.builder(prefix + unit, this, Backlog::count).description("What waits in the table").register(meters);
        TimeGauge.builder(prefix + "oldest.age", this, TimeUnit.MILLISECONDS, Backlog::ageMillis)
                .description("How long the oldest has waited").register(meters);
    }

    private double count() {
        var waiting = last;
        return waiting == null ? Double.NaN : waiting.count();
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
