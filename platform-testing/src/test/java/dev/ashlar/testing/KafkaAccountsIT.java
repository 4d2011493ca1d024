package dev.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The broker of the tests grants a service what production grants it, in both modes. */
class KafkaAccountsIT {

    private static final Backend.Kafka KAFKA = TestInfrastructure.get().backend().kafka();

    private final Map<String, Object> account = new TestedService("order-service", "order_service").at(KAFKA);

    @BeforeAll
    static void createTopics() {
        Events.createTopic("orders");
        Events.createTopic("inventory");
    }

    @Test
    void letsAServiceWriteItsTopic() {
        assertThatCode(() -> send("orders", account.get("KAFKA_PASSWORD"))).doesNotThrowAnyException();
    }

    @Test
    void refusesToWriteTheTopicOfAnotherService() {
        assertThatThrownBy(() -> send("inventory", account.get("KAFKA_PASSWORD")))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void refusesTheWrongPassword() {
        assertThatThrownBy(() -> send("orders", "wrong")).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void letsAnyOtherApplicationDoEverything() {
        assertThat(new TestedService("tried-service", "tried_service").at(KAFKA))
                .containsExactly(Map.entry("KAFKA_BOOTSTRAP_SERVERS", KAFKA.operators()));
    }

    private void send(String topic, Object password) throws Exception {
        var settings = new HashMap<String, Object>(Map.of("bootstrap.servers", account.get("KAFKA_BOOTSTRAP_SERVERS"),
                "security.protocol", account.get("KAFKA_SECURITY_PROTOCOL"), "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(account.get("KAFKA_USERNAME"), password)));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "an event")).get();
        }
    }
}
