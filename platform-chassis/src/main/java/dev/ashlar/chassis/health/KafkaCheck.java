package dev.ashlar.chassis.health;

import dev.ashlar.messaging.KafkaHealth;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service stays ready without Kafka, because events wait in the outbox. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(KafkaHealth.class)
@ConditionalOnBean(KafkaHealth.class)
class KafkaCheck {

    @Bean
    HealthCheck kafkaHealthCheck(KafkaHealth kafka) {
        return HealthCheck.optional("kafka", kafka::check);
    }
}
