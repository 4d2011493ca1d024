package dev.ashlar.messaging.subscription;

import dev.ashlar.messaging.EventReplay;
import dev.ashlar.messaging.FaultClassifier;
import dev.ashlar.messaging.MessagingProperties;
import dev.ashlar.messaging.PoisonEvent;
import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.Topic;
import dev.ashlar.messaging.TraceContext;
import dev.ashlar.messaging.deadletter.DeadLetterImport;
import dev.ashlar.messaging.deadletter.DeadLetterWriter;
import dev.ashlar.messaging.deadletter.EventErrorHandler;
import dev.ashlar.messaging.deadletter.Redelivery;
import dev.ashlar.messaging.deadletter.RetriedEvents;
import dev.ashlar.messaging.job.PeriodicJobs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The listeners, their inbox and their topics. */
@Configuration(proxyBeanMethods = false)
public class SubscriptionConfiguration {

    private static final Duration LAG_PAUSE = Duration.ofSeconds(15);

    private final String group;
    private final MessagingProperties properties;
    private final Clock clock;

    SubscriptionConfiguration(@Value("${spring.kafka.consumer.group-id}") String group, MessagingProperties properties,
            ObjectProvider<Clock> clock) {
        this.group = group;
        this.properties = properties;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @Bean
    Inbox inbox(JdbcClient jdbc, TransactionTemplate transactions) {
        return new Inbox(jdbc, transactions);
    }

    @Bean("held_events")
    RetriedEvents retriedEvents(Inbox inbox, FaultClassifier faults) {
        return new RetriedEvents(properties.giveUpAfter(), inbox::isWritable, faults, clock);
    }

    @Bean("consumer_lag")
    ListenerContainers listenerContainers(ObjectProvider<Subscription> subscriptions,
            ConsumerFactory<byte[], byte[]> consumers, KafkaTemplate<byte[], byte[]> kafka, JsonMapper json,
            Validator validator, Inbox inbox, TransactionTemplate transactions, TraceContext traces,
            RetriedEvents retried, FaultClassifier faults, ObjectProvider<MeterRegistry> meters) {
        var reader = new EventReader(json, validator);
        var errors = EventErrorHandler.create(new DeadLetterWriter(kafka, group), retried, faults,
                topic -> meters.ifAvailable(registry -> ConsumerLag.deadLetters(registry, topic, group).increment()));
        return new ListenerContainers(subscriptions.orderedStream().toList(), consumers, group,
                properties.concurrency(), errors,
                subscription -> new SubscriptionListener(subscription, reader, inbox, transactions, traces, retried));
    }

    @Bean
    EventReplay.Factory eventReplays(ConsumerFactory<byte[], byte[]> consumers, JsonMapper json, Validator validator,
            PlatformTransactionManager transactions, FaultClassifier faults) {
        var reader = new EventReader(json, validator);
        return (subscription, from) -> new TopicReplay(consumers.createConsumer(group + ".replay", "replay"),
                subscription, reader, transactions, faults, from);
    }

    /** A replay must not touch {@link RetriedEvents}, which belong to the messages that the listeners receive. */
    @Bean
    Redelivery redelivery(ObjectProvider<Subscription> subscriptions, JsonMapper json, Validator validator, Inbox inbox,
            TransactionTemplate transactions, TraceContext traces, FaultClassifier faults) {
        var reader = new EventReader(json, validator);
        var unused = new RetriedEvents(properties.giveUpAfter(), () -> true, faults, clock);
        var listeners = subscriptions.orderedStream().collect(Collectors.toMap(Subscription::topic,
                subscription -> new SubscriptionListener(subscription, reader, inbox, transactions, traces, unused)));
        return message -> Optional.ofNullable(listeners.get(message.topic()))
                .orElseThrow(() -> new PoisonEvent("The application does not subscribe to the topic"))
                .handleAlone(message);
    }

    @Bean("topicsHealthIndicator")
    TopicReconciler topicReconciler(ObjectProvider<Topic> written, ListenerContainers listeners, KafkaAdmin admin,
            ProducerFactory<byte[], byte[]> producers, ObjectProvider<DeadLetterImport> letters) {
        var deadLetters = listeners.topics().stream().map(topic -> DeadLetterWriter.topic(topic, group));
        var topics = Stream.concat(written.orderedStream(), deadLetters).toList();
        return new TopicReconciler(
                new TopicAdmin(admin.getConfigurationProperties(), topics, listeners.topics(), properties), listeners,
                letters.stream().toList(), producers);
    }

    @Bean
    ConsumerLag consumerLagByTopic(KafkaAdmin admin, ListenerContainers listeners) {
        return new ConsumerLag(admin.getConfigurationProperties(), group, listeners.topics());
    }

    @Bean
    InboxCleanup inboxCleanup(JdbcClient jdbc, ObjectProvider<MeterRegistry> meters) {
        return new InboxCleanup(jdbc, clock, properties.inbox(), meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    PeriodicJobs subscriptionJobs(ConsumerLag lag, InboxCleanup cleanup, FaultClassifier faults,
            ObjectProvider<MeterRegistry> meters) {
        var jobs = new PeriodicJobs(faults, meters.getIfAvailable(SimpleMeterRegistry::new));
        lag.topics().forEach(topic -> jobs.add("lag of " + topic, LAG_PAUSE, () -> lag.measure(topic)));
        return jobs.add("sweep inbox", properties.inbox().cleanupInterval(), cleanup::run);
    }
}
