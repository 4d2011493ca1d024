package dev.ashlar.infrastructure.access.messaging;

import java.util.HashMap;
import java.util.Map;

/**
 * The login of an operator by SASL PLAIN, with {@code KAFKA_OPERATOR} and {@code KAFKA_OPERATOR_PASSWORD}. Without a
 * name, the operator connects to a listener that needs no login.
 */
record OperatorLogin(Settings settings) {

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";";

    Map<String, Object> at(String brokers) {
        var client = new HashMap<String, Object>(Map.of("bootstrap.servers", brokers));
        settings.find("KAFKA_OPERATOR").ifPresent(operator -> client.putAll(Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", LOGIN.formatted(operator, settings.get("KAFKA_OPERATOR_PASSWORD")))));
        return client;
    }
}
