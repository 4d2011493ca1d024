package dev.ashlar.chassis.health;

import java.util.Objects;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Checks of the two Redis instances, for whoever uses them. A service survives without either, if not without consequences. */
public final class RedisHealth {

    private RedisHealth() {}

    /** The instance that holds the sessions. */
    public static HealthCheck sessions(StringRedisTemplate redis) {
        return HealthCheck.optional("redis_sessions", () -> ping(redis));
    }

    /** The instance that may lose everything. To be declared as a bean by a service that caches. */
    public static HealthCheck cache(StringRedisTemplate redis) {
        return HealthCheck.optional("redis_cache", () -> ping(redis));
    }

    private static void ping(StringRedisTemplate redis) {
        Objects.requireNonNull(redis.execute((RedisCallback<String>) connection -> connection.ping()));
    }
}
