package dev.ashlar.chassis.health;

import dev.ashlar.chassis.redis.GuardedRedis;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which Redis is left alone for not answering, and how many calls that has refused (ADR 26). */
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
