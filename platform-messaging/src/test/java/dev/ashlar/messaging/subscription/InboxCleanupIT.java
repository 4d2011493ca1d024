package dev.ashlar.messaging.subscription;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.messaging.MessagingProperties.InboxRetention;
import dev.ashlar.testing.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, classes = InboxCleanupIT.Tables.class, properties = {
        "spring.flyway.locations=classpath:db/messaging", "spring.datasource.username=swept",
        "spring.flyway.user=swept_migrator"})
@WithInfrastructure(service = "swept", parts = POSTGRES)
class InboxCleanupIT {

    private static final int BATCH = 2_000;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void deleteAllRows() {
        jdbc.sql("DELETE FROM inbox").update();
    }

    @Test
    void deletesAMillionRowsInBatchesWhileAnotherInstanceDoesTheSame() throws Exception {
        for (var part = 0; part < 40; part++) {
            insert(25_000, "31 days"); // each ends within the statement timeout even on a busy machine
        }
        insert(10, "29 days");
        var cleanup = cleanup(meters);
        var other = cleanup(new SimpleMeterRegistry());

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = instances.submit(() -> cleanup.run());
            var second = instances.submit(() -> other.run());
            first.get();
            second.get();
        }

        assertThat(rows()).isEqualTo(10);
        assertThat(meters.get("ashlar.sweep.backlog").gauge().value()).isGreaterThanOrEqualTo(0);
        assertThat(meters.get("ashlar.sweep.duration").tag("outcome", "success").timer().count()).isOne();
    }

    @Test
    void deletesAtMostABatchWithEachStatement() {
        insert(2 * BATCH + 1, "31 days");
        var cleanup = cleanup(meters);

        assertThat(
                IntStream.range(0, 4).map(_ -> cleanup.deleteBatch(OffsetDateTime.now(ZoneOffset.UTC).minusDays(30))))
                .containsExactly(BATCH, BATCH, 1, 0);
    }

    @Test
    void leavesLockedRowsForTheNextRun() throws Exception {
        insert(5, "31 days");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                jdbc.sql("SELECT event_id FROM inbox LIMIT 1 FOR UPDATE").query(String.class).single();
                var other = threads.submit(() -> cleanup(meters).run());
                assertThat(other).succeedsWithin(Duration.ofSeconds(30));
                assertThat(rows()).isOne();
            });
        }

        cleanup(meters).run();

        assertThat(rows()).isZero();
    }

    @Test
    void endsBetweenTwoBatchesWhenTheContextCloses() {
        insert(3 * BATCH, "31 days");

        var cleanup = cleanup(meters);
        cleanup.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
        cleanup.run();

        assertThat(rows()).isEqualTo(2 * BATCH);
        assertThat(meters.get("ashlar.sweep.backlog").gauge().value()).isEqualTo(2 * BATCH);
    }

    @Test
    void usesTheIndex() {
        insert(20_000, "29 days");
        insert(100, "31 days");
        jdbc.sql("ANALYZE inbox").update();

        var plan = String.join("\n", jdbc.sql("EXPLAIN " + cleanup(meters).deletion())
                .param("before", OffsetDateTime.now(ZoneOffset.UTC).minusDays(30)).query(String.class)
                .list());

        assertThat(plan).contains("Index Scan using inbox_by_age", "Tid Scan").doesNotContain("Seq Scan");
    }

    private InboxCleanup cleanup(MeterRegistry registry) {
        return new InboxCleanup(jdbc, Clock.systemUTC(),
                new InboxRetention(Duration.ofDays(30), Duration.ofMinutes(10), BATCH), registry);
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
