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
 * The rows of a table that wait for a worker. Declare it as a bean. A job samples the table, so a scrape and {@link #degraded()} run no
 * query. While the database hangs, the count stays the same and the age of the oldest row grows.
 */
public final class Backlog implements HealthDetail, MeterBinder {

    private final String name;
    private final String figure;
    private final String unit;
    private final Supplier<BacklogSize> query;
    private final BacklogLimits limits;
    private final Clock clock;
    private volatile @Nullable BacklogSize last;

    /**
     * @param name the name of the health detail. With dots for underscores, it is the prefix of the metric names
     * @param figure the key of the count in the health detail
     * @param unit the name of the count as a metric: the noun for the rows, in the plural
     */
    public Backlog(String name, String figure, String unit, Supplier<BacklogSize> query, BacklogLimits limits,
            Clock clock) {
        this.name = name;
        this.figure = figure;
        this.unit = unit;
        this.query = query;
        this.limits = limits;
        this.clock = clock;
    }

    /** Runs the query. */
    BacklogSize sample() {
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
        var size = sample();
        var figures = new LinkedHashMap<String, Object>();
        figures.put(figure, size.count());
        figures.put("oldest_seconds", age(size).toSeconds());
        figures.put("limit", limits.count());
        figures.put("limit_oldest_seconds", limits.age().toSeconds());
        return figures;
    }

    @Override
    public boolean degraded() {
        var size = last;
        return size != null
                && (size.count() > limits.count() || age(size).compareTo(limits.age()) > 0);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        var prefix = "ashlar." + name.replace('_', '.') + ".";
        Gauge.builder(prefix + unit, this, Backlog::count).description("Rows that wait in the table").register(meters);
        TimeGauge.builder(prefix + "oldest.age", this, TimeUnit.MILLISECONDS, Backlog::ageMillis)
                .description("How long the oldest row has waited").register(meters);
    }

    private double count() {
        var size = last;
        return size == null ? Double.NaN : size.count();
    }

    private double ageMillis() {
        var size = last;
        return size == null ? Double.NaN : age(size).toMillis();
    }

    /** Never negative, although the clocks of the database and of this machine may differ. */
    private Duration age(BacklogSize size) {
        Instant oldest = size.oldest();
        var age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
