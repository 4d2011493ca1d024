package dev.ashlar.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The cache, and its hit ratio as health. */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
class CacheConfiguration {

    /** @param cacheRedis the only template, or else the template of this name */
    @Bean
    CacheAside cacheAside(StringRedisTemplate cacheRedis, JsonMapper json, ObjectProvider<MeterRegistry> meters) {
        return new CacheAside(new CacheStore(cacheRedis, json),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** Does not query Redis. Always up, because the application works without its cache, only slower. */
    @Bean("cacheHealthIndicator")
    HealthIndicator cacheHitRatio(CacheAside cache) {
        return () -> {
            var hits = cache.counted("hit");
            var misses = cache.counted("miss");
            return Health.up().withDetail("hits", hits).withDetail("misses", misses)
                    .withDetail("errors", cache.counted("error"))
                    .withDetail("hit_ratio", hits + misses == 0 ? 0.0 : (double) hits / (hits + misses)).build();
        };
    }
}
