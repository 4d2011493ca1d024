package dev.ashlar.chassis.messaging;

import dev.ashlar.chassis.backlog.Backlog;
import dev.ashlar.chassis.sweep.TableSweep;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** What operators see of the events that wait, and how long the inbox is kept (ADR 38). */
@AutoConfiguration(after = MessagingConfiguration.class)
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnBean(Listeners.class)
@EnableConfigurationProperties(BacklogProperties.class)
class MessagingMetrics {

    @Bean
    Backlog outboxBacklog(OutboxTable outbox, BacklogProperties properties, Clock clock) {
        return new Backlog("outbox", "backlog", "events", outbox::backlog, properties.outbox(), clock);
    }

    @Bean
    ConsumerLag consumerLagByTopic(KafkaAdmin admin, Listeners listeners,
            @Value("${spring.kafka.consumer.group-id}") String group) {
        return new ConsumerLag(admin.getConfigurationProperties(), group, listeners.topics());
    }

    @Bean
    TableSweep inboxSweep(BacklogProperties properties) {
        return new TableSweep("inbox", "processed_at", "true", properties.inboxRetention());
    }
}
