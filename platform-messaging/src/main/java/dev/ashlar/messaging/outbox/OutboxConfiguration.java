package dev.ashlar.messaging.outbox;

import dev.ashlar.messaging.EventHistory;
import dev.ashlar.messaging.FaultClassifier;
import dev.ashlar.messaging.MessagingProperties;
import dev.ashlar.messaging.Outbox;
import dev.ashlar.messaging.TraceContext;
import dev.ashlar.messaging.job.PeriodicJobs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The outbox, its relay, and its health and metrics. */
@Configuration(proxyBeanMethods = false)
public class OutboxConfiguration {

    private static final Duration SAMPLE_PAUSE = Duration.ofSeconds(5);

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc, JsonMapper json, ObjectProvider<EventHistory> history) {
        return new OutboxTable(jdbc, json, history.stream().map(EventHistory::topics).flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Bean
    OutboxRelay outboxRelay(OutboxTable table, KafkaTemplate<byte[], byte[]> kafka, TransactionTemplate transactions,
            UndeliverableEvents undeliverable, ObjectProvider<Clock> clock) {
        var sender = new OutboxSender(kafka, System::nanoTime);
        return new OutboxRelay(table, undeliverable,
                topic -> new OutboxBatch(topic, table, sender, transactions, undeliverable, clock(clock)));
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, JsonMapper json, ObjectProvider<Clock> clock, TraceContext traces, OutboxRelay relay,
            @Value("/${spring.application.name}") String source) {
        return new Outbox(jdbc, json, clock(clock), traces, relay::wake, source);
    }

    @Bean("outbox_undeliverable")
    UndeliverableEvents undeliverableEvents(ObjectProvider<Clock> clock) {
        return new UndeliverableEvents(clock(clock));
    }

    @Bean("outboxHealthIndicator")
    OutboxBacklog outboxBacklog(OutboxTable table, MessagingProperties properties, ObjectProvider<Clock> clock) {
        return new OutboxBacklog(table::backlog, properties.outbox(), clock(clock));
    }

    @Bean
    PeriodicJobs outboxJobs(OutboxBacklog backlog, FaultClassifier faults, ObjectProvider<MeterRegistry> meters) {
        return new PeriodicJobs(faults, meters.getIfAvailable(SimpleMeterRegistry::new))
                .add("sample outbox", SAMPLE_PAUSE, backlog::sample);
    }

    private static Clock clock(ObjectProvider<Clock> clock) {
        return clock.getIfAvailable(Clock::systemUTC);
    }
}
