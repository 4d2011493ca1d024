package dev.ashlar.chassis.idempotency;

import dev.ashlar.chassis.idempotency.web.IdempotentPosts;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/**
 * Idempotency keys, for services that import it. They need the table {@code idempotency_keys}: a new service adds
 * {@code classpath:db/idempotency} to {@code spring.flyway.locations}. order-service has the table from a migration of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class IdempotencyConfiguration {

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc) {
        return new IdempotencyKeys(jdbc);
    }

    @Bean
    IdempotentRequests idempotentRequests(IdempotencyKeys keys, Clock clock) {
        return new IdempotentRequests(keys, clock);
    }

    @Bean
    ExpiredKeys expiredKeys(IdempotencyKeys keys, Clock clock) {
        return new ExpiredKeys(keys, clock);
    }

    @Bean
    IdempotentPosts idempotentPosts(IdempotentRequests requests, JsonMapper json) {
        return new IdempotentPosts(requests, json);
    }
}
