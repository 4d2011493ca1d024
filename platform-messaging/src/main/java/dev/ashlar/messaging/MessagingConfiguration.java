package dev.ashlar.messaging;

import dev.ashlar.messaging.deadletter.DeadLetterConfiguration;
import dev.ashlar.messaging.deadletter.SpringFaults;
import dev.ashlar.messaging.outbox.OutboxConfiguration;
import dev.ashlar.messaging.subscription.SubscriptionConfiguration;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** Outbox and subscriptions, for applications that have both a database and Kafka. */
@AutoConfiguration(after = KafkaAutoConfiguration.class, afterName = {
        "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
        "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"})
@ConditionalOnClass({KafkaTemplate.class, JdbcClient.class})
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties(MessagingProperties.class)
@Import({OutboxConfiguration.class, SubscriptionConfiguration.class, DeadLetterConfiguration.class})
class MessagingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    FaultClassifier faultClassifier() {
        return new SpringFaults();
    }

    /** Does nothing in an application without tracing. */
    @Bean
    TraceContext traceContext(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceContext(tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean("kafkaHealthIndicator")
    KafkaHealth kafkaHealth(KafkaAdmin admin) {
        return new KafkaHealth(admin.getConfigurationProperties());
    }

    /** Producers close within 1 s. The relay has stopped before them, and unsent events stay in the outbox. */
    @Bean
    DefaultKafkaProducerFactoryCustomizer closeSoon() {
        return producers -> producers.setPhysicalCloseTimeout(1);
    }
}
