package dev.ashlar.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/** Before Kafka's own configuration, which takes one listener of its producer, and brings one that logs if there is none. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@ConditionalOnClass(KafkaTemplate.class)
class DeadLetterCountConfiguration {

    @Bean
    DeadLetterCount deadLetterCount(ObjectProvider<MeterRegistry> meters,
            @Value("${spring.kafka.consumer.group-id}") String group) {
        return new DeadLetterCount(meters, group);
    }
}
