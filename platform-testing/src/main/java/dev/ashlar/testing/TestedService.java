package dev.ashlar.testing;

import dev.ashlar.infrastructure.AshlarDatabase;
import dev.ashlar.infrastructure.access.TopicAccess;
import java.util.Map;

/**
 * The service under test, and how it logs in to the stores and to Kafka. A service of the platform has an account with its own rights
 * only, so its tests fail if a right is missing. Any other application may do everything.
 *
 * @param name such as {@code order-service}
 * @param schema its schema, which is also the name of its database role, such as {@code order_service}
 */
record TestedService(String name, String schema) {

    Map<String, Object> at(AshlarDatabase database) {
        return Map.of("DATABASE_URL", database.url(), "DATABASE_PASSWORD", database.secrets().service(schema),
                "DATABASE_MIGRATOR_PASSWORD", database.secrets().migrator(schema));
    }

    Map<String, Object> at(Backend.Redis redis) {
        return isOfThePlatform()
                ? Map.of("REDIS_SESSIONS_URL", redis.sessionsOf(name), "REDIS_CACHE_URL", redis.cacheOf(name))
                : Map.of("REDIS_SESSIONS_URL", redis.sessions(), "REDIS_CACHE_URL", redis.cache());
    }

    Map<String, Object> at(Backend.Kafka kafka) {
        return isOfThePlatform()
                ? Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.services(), "KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
                        "KAFKA_USERNAME", name, "KAFKA_PASSWORD", kafka.secrets().kafka(name))
                : Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.operators());
    }

    private boolean isOfThePlatform() {
        return TopicAccess.SERVICES.stream().anyMatch(access -> access.service().equals(name));
    }
}
