package com.example.greetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ashlar.infrastructure.EmbeddedInfrastructure;
import dev.ashlar.infrastructure.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An event passes through the outbox and Kafka, and is handled once. */
@SpringBootTest
@DirtiesContext
class GreetingsTest {

    private static EmbeddedInfrastructure stores;

    private final UUID id = UUID.randomUUID();

    @Autowired
    private Greetings greetings;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry properties) throws Exception {
        var ports = Ports.free();
        stores = EmbeddedInfrastructure.start(Path.of("target", "stores", Long.toString(ProcessHandle.current().pid())),
                ports, Set.of("postgres", "kafka"));
        var database = stores.database();
        database.provision("greetings");
        properties.add("spring.datasource.url", database::url);
        properties.add("spring.datasource.password", () -> database.secrets().service("greetings"));
        properties.add("spring.flyway.user", () -> "greetings_migrator");
        properties.add("spring.flyway.password", () -> database.secrets().migrator("greetings"));
        properties.add("spring.kafka.bootstrap-servers", () -> "127.0.0.1:" + ports.kafka());
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    @Test
    void handlesItsOwnEvent() {
        greetings.send(id, "Hello");

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(greetings.received(id)).containsExactly("Hello"));
        await().atMost(Duration.ofMinutes(1)).until(() -> rows("outbox") == 0);
        assertThat(rows("inbox")).isPositive();
    }

    @Test
    void publishesNoEventOfATransactionThatFails() {
        greetings.send(id, "first");
        assertThatThrownBy(() -> greetings.send(id, "another greeting with the same id"));

        var behind = UUID.randomUUID();
        greetings.send(behind, "behind");
        await().atMost(Duration.ofMinutes(1)).until(() -> greetings.received(behind).size() == 1);
        await().atMost(Duration.ofMinutes(1)).until(() -> rows("outbox") == 0);
        assertThat(greetings.received(id)).containsExactly("first");
    }

    private long rows(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
