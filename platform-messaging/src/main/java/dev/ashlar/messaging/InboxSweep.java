package dev.ashlar.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets events that were handled long ago, in batches, until nothing is left that was due when the sweep began. Several instances
 * may sweep at the same time: a batch skips the rows that another one has locked (ADR 38).
 */
final class InboxSweep implements ApplicationListener<ContextClosedEvent> {

    private static final Logger log = LoggerFactory.getLogger(InboxSweep.class);
    private static final int MOST_COUNTED = 1_000_000;
    private static final String NAME = "inbox";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration retention;
    private final int batch;
    private final AtomicLong due = new AtomicLong();
    private final Timer succeeded;
    private final Timer failed;
    private final Counter deleted;
    private volatile long lastSuccessMillis;
    private volatile boolean stopping;

    /**
     * @param retention age from which a row is deleted
     * @param batch rows that one statement deletes at most
     */
    InboxSweep(JdbcClient jdbc, Clock clock, Duration retention, int batch, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.retention = retention;
        this.batch = batch;
        this.lastSuccessMillis = clock.millis();
        this.succeeded = timer(meters, "success");
        this.failed = timer(meters, "failure");
        this.deleted = Counter.builder("ashlar.sweep.deleted").baseUnit("rows").tag("sweep", NAME)
                .description("Rows that a sweep has deleted").register(meters);
        Gauge.builder("ashlar.sweep.backlog", due, AtomicLong::doubleValue).baseUnit("rows").tag("sweep", NAME)
                .description("Rows that a sweep has still to delete; 1,000,000 stands for all that are more")
                .register(meters);
        TimeGauge.builder("ashlar.sweep.last.success.timestamp", this, TimeUnit.MILLISECONDS,
                sweep -> sweep.lastSuccessMillis).tag("sweep", NAME)
                .description("When a sweep last succeeded, or else when the service started").register(meters);
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("ashlar.sweep.duration").tag("sweep", NAME).tag("outcome", outcome)
                .description("How long a sweep takes, all its batches together").register(meters);
    }

    /** Deletes what is due now. Ends early, between two batches, when the context closes. */
    void run() {
        var begun = System.nanoTime();
        try {
            var rows = sweep();
            succeeded.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            log.atDebug().addKeyValue("sweep", NAME).addKeyValue("rows", rows).log("Swept");
        } catch (RuntimeException e) {
            failed.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            throw e; // the job says it, once
        }
    }

    private long sweep() {
        var before = clock.instant().minus(retention).atOffset(ZoneOffset.UTC);
        due.set(due(before));
        var all = 0L;
        var some = 0;
        do {
            some = deleteSome(before);
            var gone = some;
            due.updateAndGet(rows -> Math.max(0, rows - gone));
            deleted.increment(some);
            all += some;
        } while (some > 0 && !stopping);
        if (some == 0) {
            lastSuccessMillis = clock.millis();
        }
        return all;
    }

    private long due(OffsetDateTime before) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM inbox WHERE processed_at <= ? LIMIT ?) due").param(before)
                .param(MOST_COUNTED).query(Long.class).single();
    }

    /** Returns how many rows it deleted; 0 if none is left that is not locked. */
    int deleteSome(OffsetDateTime before) {
        return jdbc.sql(deletion()).param("before", before).update();
    }

    /** The limit is a literal: PostgreSQL plans for a tenth of the table where the limit is a parameter, and then sorts the table. */
    String deletion() {
        return """
                DELETE FROM inbox WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM inbox WHERE processed_at <= :before
                    ORDER BY processed_at LIMIT %d FOR UPDATE SKIP LOCKED))""".formatted(batch);
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        stopping = true;
    }
}
