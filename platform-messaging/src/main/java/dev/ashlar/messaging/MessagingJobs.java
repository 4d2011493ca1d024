package dev.ashlar.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** What operators see of the events that wait, and how long the inbox is kept (ADR 38). */
@AutoConfiguration(after = MessagingConfiguration.class)
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnBean(Listeners.class)
@EnableConfigurationProperties({BacklogProperties.class, InboxSweepProperties.class})
class MessagingJobs {

    private static final Duration BACKLOG_PAUSE = Duration.ofSeconds(5);
    private static final Duration LAG_PAUSE = Duration.ofSeconds(15);

    @Bean("outboxHealthIndicator")
    OutboxBacklog outboxBacklog(OutboxTable outbox, BacklogProperties properties, ObjectProvider<Clock> clock) {
        return new OutboxBacklog(outbox::backlog, properties.outbox(), MessagingConfiguration.clock(clock));
    }

    @Bean
    ConsumerLag consumerLagByTopic(KafkaAdmin admin, Listeners listeners,
            @Value("${spring.kafka.consumer.group-id}") String group) {
        return new ConsumerLag(admin.getConfigurationProperties(), group, listeners.topics());
    }

    @Bean
    InboxSweep inboxSweep(JdbcClient jdbc, ObjectProvider<Clock> clock, BacklogProperties properties,
            InboxSweepProperties sweep, ObjectProvider<MeterRegistry> meters) {
        return new InboxSweep(jdbc, MessagingConfiguration.clock(clock), properties.inboxRetention(), sweep.batch(),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    Jobs messagingJobs(ConsumerLag lag, OutboxBacklog backlog, InboxSweep sweep, InboxSweepProperties properties,
            FaultClassifier faults, ObjectProvider<MeterRegistry> meters) {
        var registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        return new Jobs(() -> Stream.concat(
                lag.topics().stream().map(topic -> new Job("lag of " + topic, LAG_PAUSE, () -> lag.measure(topic),
                        faults, registry)),
                Stream.of(new Job("sample outbox", BACKLOG_PAUSE, backlog::sample, faults, registry),
                        new Job("sweep inbox", properties.interval(), sweep::run, faults, registry))));
    }
}
