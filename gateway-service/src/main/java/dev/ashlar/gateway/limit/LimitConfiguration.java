package dev.ashlar.gateway.limit;

import dev.ashlar.chassis.redis.CacheRedisConfiguration;
import dev.ashlar.chassis.security.Admission;
import dev.ashlar.chassis.web.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
@Import(CacheRedisConfiguration.class)
class LimitConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("ashlar.limits.enabled")
    static class Enabled {

        private final SharedStore store = new SharedStore();

        @Bean
        KnownGateways knownGateways(StringRedisTemplate cacheRedis) {
            return new KnownGateways(cacheRedis, store, KnownGateways.KEY, KnownGateways.LIFETIME);
        }

        @Bean
        LimitHealth limitHealth(KnownGateways gateways) {
            return new LimitHealth(store, gateways);
        }

        @Bean
        Admission rateLimiter(LimitProperties properties, StringRedisTemplate cacheRedis, KnownGateways gateways,
                Problems problems, MeterRegistry meters) {
            var buckets = new TokenBuckets(cacheRedis, store, gateways, new LocalBuckets(System::nanoTime));
            return new RateLimiter(new RateLimitRules(properties), buckets, problems, meters);
        }
    }
}
