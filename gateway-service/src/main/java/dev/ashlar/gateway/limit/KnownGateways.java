package dev.ashlar.gateway.limit;

import dev.ashlar.chassis.scheduling.RecurringJob;
import dev.ashlar.chassis.scheduling.RecurringJobs;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** The number of gateways that share the limits, from heartbeats in the cache Redis. Without Redis, the last number stays. */
final class KnownGateways implements RecurringJobs {

    static final String KEY = "limit:gateways";
    static final Duration LIFETIME = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final RedisScript<Long> BEAT = RedisScript.of(new ClassPathResource("limit/gateways.lua"),
            Long.class);

    private final StringRedisTemplate redis;
    private final SharedStore store;
    private final String key;
    private final Duration lifetime;
    private final String id = UUID.randomUUID().toString();
    private volatile int count = 1;

    /** @param lifetime of a heartbeat, in whole seconds */
    KnownGateways(StringRedisTemplate redis, SharedStore store, String key, Duration lifetime) {
        this.redis = redis;
        this.store = store;
        this.key = key;
        this.lifetime = lifetime;
    }

    /** At least 1. */
    int count() {
        return count;
    }

    void beat() {
        try {
            var alive = redis.execute(BEAT, List.of(key), id, Long.toString(lifetime.toSeconds()));
            count = Math.max(1, Objects.requireNonNull(alive).intValue());
            store.responded();
        } catch (DataAccessException e) {
            store.failed(e, count);
        }
    }

    @Override
    public Stream<RecurringJob> jobs() {
        return Stream.of(new RecurringJob("gateway-heartbeat", PAUSE, this::beat));
    }
}
