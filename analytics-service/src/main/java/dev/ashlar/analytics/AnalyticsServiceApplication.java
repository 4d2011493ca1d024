package dev.ashlar.analytics;

import dev.ashlar.chassis.redis.CacheRedisConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts analytics-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(CacheRedisConfiguration.class)
public class AnalyticsServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(AnalyticsServiceApplication.class, args);
    }
}
