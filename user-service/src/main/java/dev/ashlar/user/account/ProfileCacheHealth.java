package dev.ashlar.user.account;

import dev.ashlar.chassis.health.HealthCheck;
import dev.ashlar.chassis.health.RedisHealth;
import dev.ashlar.chassis.redis.GuardedRedis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells operators when profiles come from the database alone. */
@Configuration(proxyBeanMethods = false)
class ProfileCacheHealth {

    @Bean
    HealthCheck cacheRedisCheck(GuardedRedis cacheRedis) {
        return RedisHealth.cache(cacheRedis);
    }
}
