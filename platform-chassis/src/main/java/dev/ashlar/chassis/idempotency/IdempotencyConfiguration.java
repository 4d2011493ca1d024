package dev.ashlar.chassis.idempotency;

import dev.ashlar.chassis.idempotency.web.IdempotentPosts;
import dev.ashlar.chassis.retention.TableRetention;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Idempotency keys, for services that import it. They need the table {@code idempotency_keys}: a new service adds
 * {@code classpath:db/idempotency} to {@code spring.flyway.locations}. order-service has the table from a migration of its own.
 */
@Configuration(proxyBeanMethods = false)
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
    TableRetention expiredKeys(@Value("${ashlar.idempotency.retention}") Duration retention) {
        if (retention.compareTo(IdempotencyKeys.KEPT) < 0) {
            throw new IllegalArgumentException("IDEMPOTENCY_KEY_RETENTION must be at least " + IdempotencyKeys.KEPT);
        }
        return new TableRetention("idempotency_keys", "created_at", "true", retention);
    }

    @Bean
    IdempotentPosts idempotentPosts(IdempotentRequests requests, JsonMapper json) {
        return new IdempotentPosts(requests, json);
    }
}
