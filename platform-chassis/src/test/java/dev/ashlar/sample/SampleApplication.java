package dev.ashlar.sample;

import dev.ashlar.chassis.health.HealthCheck;
import dev.ashlar.chassis.health.RedisHealth;
import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.Topic;
import dev.ashlar.chassis.redis.GuardedRedis;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The smallest service: it counts samples. */
@SpringBootApplication
class SampleApplication {

    @Bean
    Topic samples() {
        return Topic.kept("samples");
    }

    @Bean
    HealthCheck cacheRedisCheck(GuardedRedis cacheRedis) {
        return RedisHealth.cache(cacheRedis);
    }

    @Bean
    Subscription inputs(Effects effects) {
        return Subscription.toCompacted("inputs").on("sample.taken", SampleTaken.class, effects::happen);
    }
}
