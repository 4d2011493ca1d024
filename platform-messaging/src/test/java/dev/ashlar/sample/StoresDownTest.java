package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ashlar.messaging.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The application starts while its database and Kafka are down, and its health shows it. */
@SpringBootTest(properties = {"DATABASE_URL=jdbc:postgresql://127.0.0.1:9/none", "DATABASE_PASSWORD=none",
        "DATABASE_MIGRATOR_PASSWORD=none", "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:9", "spring.flyway.enabled=false",
        "spring.datasource.hikari.connection-timeout=250", "spring.datasource.hikari.initialization-fail-timeout=-1"})
class StoresDownTest {

    @Autowired
    private Map<String, HealthIndicator> indicators;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void hasAHealthIndicatorForEachPart() {
        assertThat(indicators.keySet()).contains("kafkaHealthIndicator", "topicsHealthIndicator",
                "outboxHealthIndicator", "outbox_undeliverable", "held_events", "consumer_lag");
    }

    @Test
    void queriesTheDatabaseOnlyForHealthWithDetails() {
        var outboxHealth = indicators.get("outboxHealthIndicator");

        assertThat(outboxHealth.health(false).getStatus()).isEqualTo(Status.UP);
        assertThat(outboxHealth.health(true).getStatus()).isEqualTo(Status.DOWN);
        assertThat(indicators.get("kafkaHealthIndicator").health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(indicators.get("consumer_lag").health().getDetails()).containsEntry("inputs", "not listening");
    }

    @Test
    void throwsOnAppend() {
        var subject = UUID.randomUUID();

        assertThatThrownBy(() -> transactions.executeWithoutResult(
                _ -> outbox.append("samples", subject, new SampleTaken(subject, "lost"))))
                .isInstanceOf(CannotCreateTransactionException.class);
    }

    @Test
    void hasTheMetricsOfItsJobs() {
        await().untilAsserted(() -> assertThat(meters.find("ashlar.scheduler.lag").meters())
                .extracting(meter -> meter.getId().getTag("task"))
                .containsExactlyInAnyOrder("lag of inputs", "lag of kept-inputs", "replay dead letters",
                        "sample outbox", "sweep inbox"));
        assertThat(meters.find("ashlar.sweep.backlog").tag("sweep", "inbox").gauge()).isNotNull();
        assertThat(meters.find("ashlar.outbox.events").gauge()).isNotNull();
        assertThat(meters.find("ashlar.dead.letters").tag("topic", "inputs").tag("group", "sample-service").counter())
                .isNotNull();
    }
}
