package dev.ashlar.analytics.ranking;

import dev.ashlar.chassis.health.HealthCheck;
import dev.ashlar.chassis.health.RedisHealth;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Tells operators when the database ranks alone. */
@Configuration(proxyBeanMethods = false)
class LeaderboardHealth {

    @Bean
    HealthCheck cacheRedisCheck(StringRedisTemplate cacheRedis) {
        return RedisHealth.cache(cacheRedis);
    }
}
