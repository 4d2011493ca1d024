package dev.ashlar.infrastructure.access.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorLoginTest {

    @Test
    void usesNoAccountWithoutAName() {
        assertThat(login(Map.of()).at("kafka:9092")).isEqualTo(Map.of("bootstrap.servers", "kafka:9092"));
    }

    @Test
    void logsInAsTheNamedOperator() {
        var client = login(Map.of("KAFKA_OPERATOR", "broker", "KAFKA_OPERATOR_PASSWORD", "a password"))
                .at("kafka:9094");

        assertThat(client).containsEntry("bootstrap.servers", "kafka:9094")
                .containsEntry("security.protocol", "SASL_PLAINTEXT").containsEntry("sasl.mechanism", "PLAIN")
                .hasEntrySatisfying("sasl.jaas.config", module -> assertThat(module).asString()
                        .contains("PlainLoginModule required username=\"broker\" password=\"a password\";"));
    }

    @Test
    void requiresThePasswordOfAnOperator() {
        assertThatThrownBy(() -> login(Map.of("KAFKA_OPERATOR", "broker")).at("kafka:9094"))
                .hasMessageContaining("KAFKA_OPERATOR_PASSWORD");
    }

    private static OperatorLogin login(Map<String, String> variables) {
        return new OperatorLogin(new Settings(variables, Path.of("/nowhere")));
    }
}
