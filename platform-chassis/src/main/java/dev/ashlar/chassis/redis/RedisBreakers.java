package dev.ashlar.chassis.redis;

import dev.ashlar.chassis.health.HealthDetail;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The state of each circuit breaker, and how many calls it has refused (ADR 26). */
record RedisBreakers(List<GuardedRedis> redis) implements HealthDetail {

    @Override
    public String name() {
        return "redis_breakers";
    }

    @Override
    public Map<String, Object> figures() {
        return redis.stream().collect(Collectors.toMap(GuardedRedis::instance, RedisBreakers::of));
    }

    private static Object of(GuardedRedis redis) {
        return Map.of("state", redis.state(), "refused", redis.refused());
    }
}
