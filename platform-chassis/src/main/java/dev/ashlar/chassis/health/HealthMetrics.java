package dev.ashlar.chassis.health;

import dev.ashlar.chassis.scheduling.RecurringJob;
import dev.ashlar.chassis.scheduling.RecurringJobs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Readiness as metrics. A job samples it, so that no scrape waits for a store. */
final class HealthMetrics implements RecurringJobs, MeterBinder {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final HealthReporter health;
    private volatile @Nullable HealthReport last;

    HealthMetrics(HealthReporter health) {
        this.health = health;
    }

    @Override
    public Stream<RecurringJob> jobs() {
        return Stream.of(new RecurringJob("sample readiness", PAUSE, () -> last = health.readiness()));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge("ashlar.health.ready", "1 if the instance is ready", report -> report.isHealthy() ? 1 : 0, meters);
        gauge("ashlar.health.degraded", "1 if the instance is degraded", report -> report.degraded() ? 1 : 0, meters);
    }

    private void gauge(String name, String description, ToIntFunction<HealthReport> value, MeterRegistry meters) {
        Gauge.builder(name, this, metrics -> {
            var report = metrics.last;
            return report == null ? Double.NaN : value.applyAsInt(report);
        }).description(description).register(meters);
    }
}
