package dev.ashlar.messaging.deadletter;

import dev.ashlar.messaging.FaultClassifier;
import dev.ashlar.messaging.MessagingProperties;
import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.job.PeriodicJobs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The stored dead letters and their replay, for applications that subscribe to a topic. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(Subscription.class)
public class DeadLetterConfiguration {

    /** The rate of replays is for one second. */
    private static final Duration REPLAY_PAUSE = Duration.ofSeconds(1);

    @Bean
    DeadLetterTable deadLetters(JdbcClient jdbc, ObjectProvider<Clock> clock) {
        return new DeadLetterTable(jdbc, new StoredHeaders(JsonMapper.shared()),
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    DeadLetterImport deadLetterImport(ObjectProvider<Subscription> subscriptions, DeadLetterTable table,
            ConsumerFactory<byte[], byte[]> consumers, @Value("${spring.kafka.consumer.group-id}") String group) {
        var topics = subscriptions.orderedStream()
                .map(subscription -> DeadLetterWriter.topicName(subscription.topic(), group)).toList();
        return new DeadLetterImport(topics, table, consumers, group);
    }

    @Bean
    PeriodicJobs deadLetterJobs(DeadLetterTable table, Redelivery redelivery, TransactionTemplate transactions,
            FaultClassifier faults, MessagingProperties properties, ObjectProvider<MeterRegistry> meters) {
        var replay = new DeadLetterReplay(table, redelivery, transactions, faults, properties.replayRate());
        return new PeriodicJobs(faults, meters.getIfAvailable(SimpleMeterRegistry::new))
                .add("replay dead letters", REPLAY_PAUSE, replay::run);
    }
}
