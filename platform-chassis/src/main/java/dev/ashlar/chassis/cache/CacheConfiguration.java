package dev.ashlar.chassis.cache;

import dev.ashlar.chassis.health.HealthDetail;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The cache and its hit ratio. */
@AutoConfiguration
class CacheConfiguration {

    @Bean
    CacheAside cacheAside(StringRedisTemplate cacheRedis, JsonMapper json, MeterRegistry meters) {
        return new CacheAside(new CacheStore(cacheRedis, json), meters);
    }

    @Bean
    HealthDetail cacheHitRatio(MeterRegistry meters) {
        return new HealthDetail() {
            @Override
            public String name() {
                return "cache";
            }

            @Override
            public Map<String, Object> figures() {
                var hits = count("hit");
                var misses = count("miss");
                return Map.of("hits", hits, "misses", misses, "errors", count("error"), "hit_ratio",
                        hits + misses == 0 ? 0.0 : (double) hits / (hits + misses));
            }

            private long count(String result) {
                return (long) meters.counter("ashlar.cache.requests", "result", result).count();
            }
        };
    }
}
