package dev.ashlar.messaging.subscription;

import dev.ashlar.messaging.MessagingProperties;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
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
 * Deletes inbox rows at the end of their retention, in batches. Instances may do this at the same time, because a batch skips rows that
 * another instance has locked (ADR 38). Metrics and logs call it a sweep, as for other tables.
 */
final class InboxCleanup implements ApplicationListener<ContextClosedEvent> {

    private static final Logger log = LoggerFactory.getLogger(InboxCleanup.class);
    private static final int MOST_COUNTED = 1_000_000;
    private static final String NAME = "inbox";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MessagingProperties.InboxRetention settings;
    private final AtomicLong due = new AtomicLong();
    private final Timer succeeded;
    private final Timer failed;
    private final Counter deleted;
    private volatile long lastSuccessMillis;
    private volatile boolean stopping;

    InboxCleanup(JdbcClient jdbc, Clock clock, MessagingProperties.InboxRetention settings, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.lastSuccessMillis = clock.millis();
        this.succeeded = timer(meters, "success");
        this.failed = timer(meters, "failure");
        this.deleted = Counter.builder("ashlar.sweep.deleted").baseUnit("rows").tag("sweep", NAME)
                .description("Rows that a sweep has deleted").register(meters);
        Gauge.builder("ashlar.sweep.backlog", due, AtomicLong::doubleValue).baseUnit("rows").tag("sweep", NAME)
                .description("Rows that a sweep has still to delete, up to 1,000,000")
                .register(meters);
        TimeGauge.builder("ashlar.sweep.last.success.timestamp", this, TimeUnit.MILLISECONDS,
                cleanup -> cleanup.lastSuccessMillis).tag("sweep", NAME)
                .description("When a sweep last succeeded, or else when the application started").register(meters);
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("ashlar.sweep.duration").tag("sweep", NAME).tag("outcome", outcome)
                .description("How long a sweep takes, all its batches together").register(meters);
    }

    /** Deletes the rows that are due now. Ends between two batches when the context closes. */
    void run() {
        var begun = System.nanoTime();
        try {
            var rows = deleteDue();
            succeeded.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            log.atDebug().addKeyValue("sweep", NAME).addKeyValue("rows", rows).log("Swept");
        } catch (RuntimeException e) {
            failed.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            throw e; // the job logs it
        }
    }

    private long deleteDue() {
        var before = clock.instant().minus(settings.retention()).atOffset(ZoneOffset.UTC);
        due.set(countDue(before));
        var total = 0L;
        int rows;
        do {
            rows = deleteBatch(before);
            decreaseDue(rows);
            deleted.increment(rows);
            total += rows;
        } while (rows > 0 && !stopping);
        if (rows == 0) {
            lastSuccessMillis = clock.millis();
        }
        return total;
    }

    /** Stays at least zero: another instance may have inserted due rows since the count. */
    private void decreaseDue(int rows) {
        due.updateAndGet(left -> Math.max(0, left - rows));
    }

    private long countDue(OffsetDateTime before) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM inbox WHERE processed_at <= ? LIMIT ?) due").param(before)
                .param(MOST_COUNTED).query(Long.class).single();
    }

    /** Returns the number of deleted rows; 0 if all rows that are left are locked. */
    int deleteBatch(OffsetDateTime before) {
        return jdbc.sql(deletion()).param("before", before).update();
    }

    /** The limit is a literal. For a parameter, PostgreSQL would expect a tenth of the table and sort the whole table. */
    String deletion() {
        return """
                DELETE FROM inbox WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM inbox WHERE processed_at <= :before
                    ORDER BY processed_at LIMIT %d FOR UPDATE SKIP LOCKED))""".formatted(settings.cleanupBatch());
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        stopping = true;
    }
}
