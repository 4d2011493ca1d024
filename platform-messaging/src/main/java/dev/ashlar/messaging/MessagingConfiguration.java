package dev.ashlar.messaging;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Outbox, inbox and listeners, for applications that have both a database and Kafka. */
@AutoConfiguration(after = KafkaAutoConfiguration.class, afterName = {
        "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
        "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"})
@ConditionalOnClass({KafkaTemplate.class, JdbcClient.class})
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties(MessagingProperties.class)
class MessagingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    FaultClassifier faultClassifier() {
        return new SpringFaults();
    }

    /** Does nothing in an application that has no tracing. */
    @Bean
    TraceContext traceContext(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceContext(tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc, JsonMapper json) {
        return new OutboxTable(jdbc, json);
    }

    @Bean("outbox_undeliverable")
    Undeliverable undeliverable(ObjectProvider<Clock> clock) {
        return new Undeliverable(clock(clock));
    }

    @Bean
    OutboxRelay outboxRelay(OutboxTable table, KafkaTemplate<byte[], byte[]> kafka, TransactionTemplate transactions,
            Undeliverable undeliverable, ObjectProvider<Clock> clock) {
        var sender = new OutboxSender(kafka, System::nanoTime);
        return new OutboxRelay(table, undeliverable,
                topic -> new OutboxRound(topic, table, sender, transactions, undeliverable, clock(clock)));
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, JsonMapper json, ObjectProvider<Clock> clock, TraceContext traces, OutboxRelay relay,
            @Value("/${spring.application.name}") String source) {
        return new Outbox(jdbc, json, clock(clock), traces, relay::wake, source);
    }

    @Bean("held_events")
    HeldEvents heldEvents(JdbcClient jdbc, TransactionTemplate transactions, MessagingProperties properties,
            FaultClassifier faults, ObjectProvider<Clock> clock) {
        return new HeldEvents(properties.giveUpAfter(), new StoreProbe(new Inbox(jdbc), transactions), faults,
                clock(clock));
    }

    @Bean
    Listeners listeners(ObjectProvider<Subscription> subscriptions, ConsumerFactory<byte[], byte[]> consumers,
            KafkaTemplate<byte[], byte[]> kafka, MessagingProperties properties, JsonMapper json, Validator validator,
            JdbcClient jdbc, TransactionTemplate transactions, TraceContext traces, HeldEvents held,
            FaultClassifier faults, @Value("${spring.kafka.consumer.group-id}") String group) {
        var payloads = new PayloadReader(json, validator);
        var inbox = new Inbox(jdbc);
        return new Listeners(subscriptions.orderedStream().toList(), consumers, kafka, group, properties.concurrency(),
                held, faults,
                subscription -> new SubscriptionListener(subscription, payloads, inbox, transactions, traces, held));
    }

    @Bean("topicsHealthIndicator")
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

    @Bean("kafkaHealthIndicator")
    KafkaHealth kafkaHealth(KafkaAdmin admin) {
        return new KafkaHealth(admin.getConfigurationProperties());
    }

    @Bean("consumer_lag")
    ListenerLag listenerLag(Listeners listeners) {
        return new ListenerLag(listeners);
    }

    static Clock clock(ObjectProvider<Clock> clock) {
        return clock.getIfAvailable(Clock::systemUTC);
    }
}
