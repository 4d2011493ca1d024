package dev.ashlar.sample;

import dev.ashlar.chassis.redis.CacheRedisConfiguration;
import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.Topic;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The smallest service: it counts samples. */
@SpringBootApplication
@Import(CacheRedisConfiguration.class)
class SampleApplication {

    @Bean
    Topic samples() {
        return Topic.kept("samples");
    }

    @Bean
    Subscription inputs(Effects effects) {
        return Subscription.toCompacted("inputs").on("sample.taken", SampleTaken.class, effects::happen);
    }
}
