package dev.ashlar.chassis.idempotency;

import dev.ashlar.chassis.idempotency.web.IdempotentPosts;
import dev.ashlar.chassis.retention.TableRetention;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Idempotency keys, for services that import this class. They need the table {@code idempotency_keys}: a new service adds
 * {@code classpath:db/idempotency} to {@code spring.flyway.locations}. order-service creates the table in a migration of its own.
 */
@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration {

    @Bean
    IdempotentPosts idempotentPosts(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock,
            JsonMapper json) {
        return new IdempotentPosts(new IdempotencyKeys(jdbc, clock), jdbc, new TransactionTemplate(transactions), json);
    }

    @Bean
    TableRetention expiredKeys(@Value("${ashlar.idempotency.retention}") Duration retention) {
        if (retention.compareTo(IdempotencyKeys.LIFETIME) < 0) {
            throw new IllegalArgumentException(
                    "IDEMPOTENCY_KEY_RETENTION must be at least " + IdempotencyKeys.LIFETIME);
        }
        return new TableRetention("idempotency_keys", "created_at", "true", retention);
    }
}
