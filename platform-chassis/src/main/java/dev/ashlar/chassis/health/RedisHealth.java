package dev.ashlar.chassis.health;

import dev.ashlar.chassis.redis.GuardedRedis;

/** Checks of the two Redis instances, for whoever uses them. A service survives without either, if not without consequences. */
public final class RedisHealth {

    private RedisHealth() {}

    /** The instance that holds the sessions: before it has answered once, a new instance would refuse every signed-in caller. */
    public static HealthCheck sessions(GuardedRedis redis) {
        return HealthCheck.neededToStart("redis_sessions", redis::ping);
    }

    /** The instance that may lose everything. To be declared as a bean by a service that caches. */
    public static HealthCheck cache(GuardedRedis redis) {
        return HealthCheck.optional("redis_cache", redis::ping);
    }
}
