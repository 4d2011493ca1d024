package dev.ashlar.chassis.retention;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.chassis.time.SqlTime;
import dev.ashlar.testing.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, classes = RetentionIT.Tables.class, properties = {
        "spring.flyway.locations=classpath:db/messaging", "ashlar.database-role=swept"})
@WithInfrastructure(service = "swept", parts = POSTGRES)
class RetentionIT {

    private static final int BATCH = 2_000;

    private final TableRetention inbox = new TableRetention("inbox", "processed_at", "true", Duration.ofDays(30));
    private final MeterRegistry meters = new SimpleMeterRegistry();
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void forgetAll() {
        while (new TableRetention("inbox", "processed_at", "true", Duration.ZERO).deleteBatch(jdbc,
                Clock.systemUTC().instant().plusSeconds(60), BATCH) > 0) {
            // another batch
        }
    }

    @Test
    void deletesAHundredThousandRowsInBatchesWhileAnotherInstanceDoesTheSame() throws Exception {
        for (var part = 0; part < 4; part++) {
            insert(25_000, "31 days"); // each insert stays below the statement timeout on a busy machine
        }
        insert(10, "29 days");
        var run = run();
        var other = new RetentionRun(inbox, jdbc, Clock.systemUTC(), BATCH, new SimpleMeterRegistry());

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = instances.submit(() -> run.run(() -> false));
            var second = instances.submit(() -> other.run(() -> false));
            first.get();
            second.get();
        }

        assertThat(rows()).isEqualTo(10);
        assertThat(meters.get("ashlar.sweep.backlog").gauge().value()).isGreaterThanOrEqualTo(0);
        assertThat(meters.get("ashlar.sweep.duration").tag("outcome", "success").timer().count()).isOne();
    }

    @Test
    void deletesAtMostOneBatchInAStatement() {
        insert(2 * BATCH + 1, "31 days");

        assertThat(IntStream.range(0, 4).map(_ -> inbox.deleteBatch(jdbc, Clock.systemUTC().instant(), BATCH)))
                .containsExactly(BATCH, BATCH, 1, 0);
    }

    @Test
    void leavesLockedRowsToTheNextRun() throws Exception {
        insert(5, "31 days");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                jdbc.sql("SELECT event_id FROM inbox LIMIT 1 FOR UPDATE").query(String.class).single();
                var running = threads.submit(() -> run().run(() -> false));
                assertThat(running).succeedsWithin(Duration.ofSeconds(30));
                assertThat(rows()).isOne();
            });
        }

        run().run(() -> false);

        assertThat(rows()).isZero();
    }

    @Test
    void endsAfterTheCurrentBatchWhenTheServiceStops() {
        insert(3 * BATCH, "31 days");

        run().run(() -> true);

        assertThat(rows()).isEqualTo(2 * BATCH);
        assertThat(meters.get("ashlar.sweep.backlog").gauge().value()).isEqualTo(2 * BATCH);
    }

    @Test
    void selectsRowsByTheIndex() {
        insert(20_000, "29 days");
        insert(100, "31 days");
        jdbc.sql("ANALYZE inbox").update();

        var plan = String.join("\n", jdbc.sql("EXPLAIN " + inbox.deletion(BATCH))
                .param("before", SqlTime.utc(Instant.now())).query(String.class)
                .list());

        assertThat(plan).contains("Index Scan using inbox_by_age", "Tid Scan").doesNotContain("Seq Scan");
    }

    private RetentionRun run() {
        return new RetentionRun(inbox, jdbc, Clock.systemUTC(), BATCH, meters);
    }

    private void insert(int rows, String age) {
        jdbc.sql("""
                INSERT INTO inbox (source, event_id, processed_at)
                SELECT ?, to_char(n, '0000000'), now() - ?::interval FROM generate_series(1, ?) n""")
                .param("/test/" + UUID.randomUUID()).param(age).param(rows).update();
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM inbox").query(Long.class).single();
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
            JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Tables {}
}
