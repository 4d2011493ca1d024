package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.infrastructure.EmbeddedInfrastructure;
import dev.ashlar.infrastructure.Ports;
import dev.ashlar.messaging.Outbox;
import dev.ashlar.messaging.Subscription;
import dev.ashlar.testing.WithInfrastructure;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The broker loses all data while the application runs: topics, groups, offsets and producer ids. */
@SpringBootTest
@WithInfrastructure(service = "order_service", parts = POSTGRES)
@DirtiesContext
class EmptyBrokerIT {

    private static final Ports PORTS = Ports.free();
    private static final Path HOME = Path.of("target", "empty-broker", Long.toString(ProcessHandle.current().pid()));

    private static EmbeddedInfrastructure broker;

    private final UUID subject = UUID.randomUUID();

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Effects effects;

    /** The application receives its own events. */
    @TestConfiguration
    static class Echo {

        @Bean
        Subscription samplesSubscription(Effects effects) {
            return Subscription.to("samples").on("sample.taken", SampleTaken.class, effects::happen);
        }
    }

    @DynamicPropertySource
    static void ownBroker(DynamicPropertyRegistry properties) throws Exception {
        broker = start("first");
        properties.add("spring.kafka.bootstrap-servers", () -> "127.0.0.1:" + PORTS.kafka());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void isUsedWithoutARestart() throws Exception {
        append("before");
        append("before too");
        await().untilAsserted(() -> assertThat(effects.of(subject)).containsExactly("before", "before too"));

        broker.close();
        append("meanwhile");
        broker = start("second");
        append("after");

        await().untilAsserted(() -> assertThat(effects.of(subject)).containsExactly("before", "before too", "meanwhile",
                "after"));
    }

    private void append(String name) {
        transactions.executeWithoutResult(_ -> outbox.append("samples", subject, new SampleTaken(subject, name)));
    }

    private static EmbeddedInfrastructure start(String data) throws Exception {
        return EmbeddedInfrastructure.start(HOME.resolve(data), PORTS, Set.of("kafka"));
    }
}
