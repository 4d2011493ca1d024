package dev.ashlar.chassis.health;

import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Health by endpoints of our own; checks and details are whatever beans of these types a service has (ADR 11). */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@Import({HealthController.class, StoreChecks.class, Disk.class})
class HealthConfiguration {

    @Bean
    Health health(ObjectProvider<HealthCheck> checks, ObjectProvider<HealthDetail> details,
            ApplicationAvailability availability, Build build) {
        var running = new Checks(checks.orderedStream().toList(), Executors.newVirtualThreadPerTaskExecutor());
        return new Health(running, details.orderedStream().toList(), availability, build.version());
    }

    @Bean
    Build build(Environment environment) {
        return new Build(environment.getRequiredProperty("spring.application.name"),
                environment.getProperty("spring.application.version", "development"));
    }

    @Bean
    HealthCheck sessionRedisCheck(StringRedisTemplate sessionRedis) {
        return RedisHealth.sessions(sessionRedis);
    }
}
