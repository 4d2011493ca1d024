package dev.ashlar.gateway.limit;

import dev.ashlar.chassis.redis.CacheRedisConfiguration;
import dev.ashlar.chassis.security.Admission;
import dev.ashlar.chassis.web.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
@Import(CacheRedisConfiguration.class)
class LimitConfiguration {

    @Bean
    Admission rateLimiter(LimitProperties properties, StringRedisTemplate cacheRedis, Problems problems,
            MeterRegistry meters) {
        return properties.enabled()
                ? new RateLimiter(new RateLimitRules(properties), new TokenBuckets(cacheRedis), problems, meters)
                : Admission.FREE;
    }
}
