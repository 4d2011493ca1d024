package dev.ashlar.chassis.messaging;

import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import dev.ashlar.chassis.health.HealthCheck;
import dev.ashlar.chassis.health.HealthDetail;
import dev.ashlar.chassis.observability.TraceContext;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Outbox, inbox and listeners, for services that have both a database and Kafka. */
@AutoConfiguration(after = KafkaAutoConfiguration.class, afterName = {
        "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
        "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"})
@ConditionalOnClass({KafkaTemplate.class, JdbcClient.class})
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties(MessagingProperties.class)
class MessagingConfiguration {

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc, JsonMapper json) {
        return new OutboxTable(jdbc, json);
    }

    @Bean
    Undeliverable undeliverable(Clock clock) {
        return new Undeliverable(clock);
    }

    @Bean
    OutboxRelay outboxRelay(OutboxTable table, KafkaTemplate<byte[], byte[]> kafka, TransactionTemplate transactions,
            Undeliverable undeliverable, Clock clock) {
        var sender = new OutboxSender(kafka, System::nanoTime);
        return new OutboxRelay(table, undeliverable,
                topic -> new OutboxRound(topic, table, sender, transactions, undeliverable, clock));
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, JsonMapper json, Clock clock, TraceContext traces, OutboxRelay relay,
            @Value("/${spring.application.name}") String source) {
        return new Outbox(jdbc, json, clock, traces, relay::wake, source);
    }

    @Bean
    HeldEvents heldEvents(JdbcClient jdbc, TransactionTemplate transactions, MessagingProperties properties,
            Clock clock) {
        return new HeldEvents(properties.giveUpAfter(), new StoreProbe(new Inbox(jdbc), transactions), clock);
    }

    @Bean
    Listeners listeners(ObjectProvider<Subscription> subscriptions, ConsumerFactory<byte[], byte[]> consumers,
            KafkaTemplate<byte[], byte[]> kafka, MessagingProperties properties, JsonMapper json, Validator validator,
            JdbcClient jdbc, TransactionTemplate transactions, TraceContext traces, HeldEvents held,
            @Value("${spring.kafka.consumer.group-id}") String group) {
        var payloads = new PayloadReader(json, validator);
        var inbox = new Inbox(jdbc);
        return new Listeners(subscriptions.orderedStream().toList(), consumers, kafka, group, properties.concurrency(),
                held,
                subscription -> new SubscriptionListener(subscription, payloads, inbox, transactions, traces, held));
    }

    @Bean
    TopicsThenListeners topicsThenListeners(ObjectProvider<Topic> written, Listeners listeners, KafkaAdmin admin,
            ProducerFactory<byte[], byte[]> producers, MessagingProperties properties,
            @Value("${spring.kafka.consumer.group-id}") String group) {
        var deadLetters = listeners.topics().stream().map(topic -> Topic.deadLetters(DeadLetters.topic(topic, group)));
        var topics = Stream.concat(written.orderedStream(), deadLetters).map(topic -> topic.toKafka(properties))
                .toList();
        return new TopicsThenListeners(new Topics(admin.getConfigurationProperties(), topics, listeners.topics()),
                listeners, producers);
    }

    /** The relay has had its time when producers are closed: what is unsent then stays in the outbox. */
    @Bean
    DefaultKafkaProducerFactoryCustomizer closeSoon() {
        return producers -> producers.setPhysicalCloseTimeout(1);
    }

    @Bean
    KafkaProbe kafkaProbe(KafkaAdmin admin) {
        return new KafkaProbe(admin.getConfigurationProperties());
    }

    @Bean
    HealthCheck kafkaCheck(KafkaProbe probe) {
        return HealthCheck.optional("kafka", probe);
    }

    @Bean
    HealthDetail consumerLag(Listeners listeners) {
        return new MessagingHealth.Lag(listeners);
    }
}
