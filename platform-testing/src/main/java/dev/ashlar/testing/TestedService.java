package dev.ashlar.testing;

import dev.ashlar.infrastructure.AshlarDatabase;
import dev.ashlar.infrastructure.access.TopicAccess;
import java.util.Map;

/**
 * The service under test, as the stores and the broker know it. One of the platform's own logs in as itself, so that a
 * permission that it lacks shows in its tests; any other may do everything.
 *
 * @param name such as {@code order-service}
 * @param schema its schema and its role, such as {@code order_service}
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
