package dev.ashlar.analytics.ranking;

import dev.ashlar.chassis.health.HealthCheck;
import dev.ashlar.chassis.health.RedisHealth;
import dev.ashlar.chassis.redis.GuardedRedis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells operators when the database ranks alone. */
@Configuration(proxyBeanMethods = false)
class LeaderboardHealth {

    @Bean
    HealthCheck cacheRedisCheck(GuardedRedis cacheRedis) {
        return RedisHealth.cache(cacheRedis);
    }
}
