package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.ashlar.messaging.Outbox;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import dev.ashlar.testing.WithInfrastructure;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@WithInfrastructure(service = "order_service", parts = {POSTGRES, KAFKA}, topics = "inputs")
class OutboxIT {

    private final UUID subject = UUID.randomUUID();

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void publishesTheEventsOfATransactionInOrderAndDeletesThem() {
        var names = IntStream.range(0, 20).mapToObj(i -> "sample-" + i).toList();
        transactions.executeWithoutResult(
                _ -> names.forEach(name -> outbox.append("samples", subject, new SampleTaken(subject, name))));

        await().untilAsserted(() -> assertThat(Events.on("samples").ofSubject(subject)).hasSize(20));
        assertThat(Events.on("samples").ofSubject(subject)).extracting(TestEvent::data).containsExactlyElementsOf(
                names.stream().map(name -> """
                        {"type":"sample.taken","subject":"%s","name":"%s"}""".formatted(subject, name)).toList());
        assertThat(Events.on("samples").ofSubject(subject)).allSatisfy(event -> {
            assertThat(event.type()).isEqualTo("sample.taken");
            assertThat(event.source()).isEqualTo("/sample-service");
        });
        await().untilAsserted(() -> assertThat(
                jdbc.sql("SELECT count(*) FROM outbox WHERE topic = 'samples'").query(Long.class).single()).isZero());
    }

    @Test
    void publishesNoEventOfATransactionThatRolledBack() {
        transactions.executeWithoutResult(status -> {
            outbox.append("samples", subject, new SampleTaken(subject, "never"));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(_ -> outbox.append("samples", subject, new SampleTaken(subject, "later")));

        await().untilAsserted(() -> assertThat(Events.on("samples").ofSubject(subject)).hasSize(1));
        assertThat(Events.on("samples").ofSubject(subject).getFirst().data()).contains("later");
    }

    @Test
    void refusesToAppendWithoutATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> outbox.append("samples", subject, new SampleTaken(subject, "alone")));
    }
}
