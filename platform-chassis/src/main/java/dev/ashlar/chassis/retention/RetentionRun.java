package dev.ashlar.chassis.retention;

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

/** Applies one rule: deletes batch after batch until no row is left that was due at the start of the run. */
final class RetentionRun {

    private static final Logger log = LoggerFactory.getLogger(RetentionRun.class);
    private static final int MAX_COUNTED = 1_000_000;

    private final RetentionRule rule;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int batch;
    private final AtomicLong due = new AtomicLong();
    private final Timer succeeded;
    private final Timer failed;
    private final Counter deleted;
    private volatile long lastSuccessMillis;

    RetentionRun(RetentionRule rule, JdbcClient jdbc, Clock clock, int batch, MeterRegistry meters) {
        this.rule = rule;
        this.jdbc = jdbc;
        this.clock = clock;
        this.batch = batch;
        this.lastSuccessMillis = clock.millis();
        this.succeeded = timer(meters, "success");
        this.failed = timer(meters, "failure");
        this.deleted = Counter.builder("ashlar.sweep.deleted").baseUnit("rows").tag("sweep", rule.name())
                .description("Rows that a retention run has deleted").register(meters);
        Gauge.builder("ashlar.sweep.backlog", due, AtomicLong::doubleValue).baseUnit("rows").tag("sweep", rule.name())
                .description("Rows that a retention run still has to delete, counted up to 1,000,000")
                .register(meters);
        TimeGauge.builder("ashlar.sweep.last.success.timestamp", this, TimeUnit.MILLISECONDS,
                run -> run.lastSuccessMillis).tag("sweep", rule.name())
                .description("When a retention run last succeeded, or when the service started").register(meters);
    }

    private Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("ashlar.sweep.duration").tag("sweep", rule.name()).tag("outcome", outcome)
                .description("Duration of a retention run with all its batches").register(meters);
    }

    /** @param stopping true ends the run after the current batch */
    void run(BooleanSupplier stopping) {
        var begun = System.nanoTime();
        try {
            var rows = deleteAll(stopping);
            succeeded.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            log.atDebug().addKeyValue("sweep", rule.name()).addKeyValue("rows", rows)
                    .log("A retention run has deleted rows");
        } catch (RuntimeException e) {
            failed.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            throw e; // the scheduler logs it
        }
    }

    private long deleteAll(BooleanSupplier stopping) {
        var now = clock.instant();
        due.set(rule.due(jdbc, now, MAX_COUNTED));
        var total = 0L;
        while (true) {
            var rows = rule.deleteBatch(jdbc, now, batch);
            if (rows == 0) {
                lastSuccessMillis = clock.millis();
                return total;
            }
            due.updateAndGet(left -> Math.max(0, left - rows));
            deleted.increment(rows);
            total += rows;
            if (stopping.getAsBoolean()) {
                return total;
            }
        }
    }
}
