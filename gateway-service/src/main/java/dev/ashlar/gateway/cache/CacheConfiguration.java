package dev.ashlar.gateway.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheProperties.class)
class CacheConfiguration {

    @Bean
    EdgeCache edgeCache(CacheProperties properties, MeterRegistry meters, Clock clock) {
        return new EdgeCache(properties, meters, clock, Ticker.systemTicker());
    }
}
