package dev.ashlar.infrastructure.access.messaging;

import java.util.HashMap;
import java.util.Map;

/**
 * How an operator comes to the brokers: with the name {@code KAFKA_OPERATOR} and the password {@code KAFKA_OPERATOR_PASSWORD},
 * by SASL PLAIN; without a name, to a listener that takes whoever comes for a super user.
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
