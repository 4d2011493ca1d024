package dev.ashlar.user.account;

import dev.ashlar.chassis.health.HealthCheck;
import dev.ashlar.chassis.health.RedisHealth;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Tells operators when profiles come from the database alone. */
@Configuration(proxyBeanMethods = false)
class ProfileCacheHealth {

    @Bean
    HealthCheck cacheRedisCheck(StringRedisTemplate cacheRedis) {
        return RedisHealth.cache(cacheRedis);
    }
}
