package dev.ashlar.chassis.sweep;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carries out one sweep: batch after batch until nothing is left that was due when it began. */
final class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final int MOST_COUNTED = 1_000_000;

    private final Sweep sweep;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int batch;
    private final AtomicLong due = new AtomicLong();
    private final Timer succeeded;
    private final Timer failed;
    private final Counter deleted;
    private volatile long lastSuccessMillis;

    Sweeper(Sweep sweep, JdbcClient jdbc, Clock clock, int batch, MeterRegistry meters) {
        this.sweep = sweep;
        this.jdbc = jdbc;
        this.clock = clock;
        this.batch = batch;
        this.lastSuccessMillis = clock.millis();
        this.succeeded = timer(meters, "success");
        this.failed = timer(meters, "failure");
        this.deleted = Counter.builder("ashlar.sweep.deleted").baseUnit("rows").tag("sweep", sweep.name())
                .description("Rows that a sweep has deleted").register(meters);
        Gauge.builder("ashlar.sweep.backlog", due, AtomicLong::doubleValue).baseUnit("rows").tag("sweep", sweep.name())
                .description("Rows that a sweep has still to delete; 1,000,000 stands for all that are more")
                .register(meters);
        TimeGauge.builder("ashlar.sweep.last.success.timestamp", this, TimeUnit.MILLISECONDS,
                sweeper -> sweeper.lastSuccessMillis).tag("sweep", sweep.name())
                .description("When a sweep last succeeded, or else when the service started").register(meters);
    }

    private Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("ashlar.sweep.duration").tag("sweep", sweep.name()).tag("outcome", outcome)
                .description("How long a sweep takes, all its batches together").register(meters);
    }

    /** Deletes what is due now. Ends early, between two batches, when told to. */
    void run(BooleanSupplier stopping) {
        var begun = System.nanoTime();
        try {
            var rows = sweep(stopping);
            succeeded.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            log.atDebug().addKeyValue("sweep", sweep.name()).addKeyValue("rows", rows).log("Swept");
        } catch (RuntimeException e) {
            failed.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            throw e; // the scheduler says it, once
        }
    }

    private long sweep(BooleanSupplier stopping) {
        var now = clock.instant();
        due.set(sweep.due(jdbc, now, MOST_COUNTED));
        var all = 0L;
        var some = 0;
        do {
            some = sweep.deleteSome(jdbc, now, batch);
            var gone = some;
            due.updateAndGet(rows -> Math.max(0, rows - gone));
            deleted.increment(some);
            all += some;
        } while (some > 0 && !stopping.getAsBoolean());
        if (some == 0) {
            lastSuccessMillis = clock.millis();
        }
        return all;
    }
}
