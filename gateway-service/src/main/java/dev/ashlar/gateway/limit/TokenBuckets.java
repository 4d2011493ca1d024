package dev.ashlar.gateway.limit;

import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** Token buckets in the cache Redis, shared by all gateways. Redis is the clock. Without Redis, the gateway uses buckets of its own. */
final class TokenBuckets {

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> TAKE = RedisScript.of(new ClassPathResource("limit/take.lua"), List.class);

    private final StringRedisTemplate redis;
    private final SharedStore store;
    private final KnownGateways gateways;
    private final LocalBuckets local;

    /**
     * @param left the number of whole tokens left
     * @param seconds the time until the next token, rounded up
     */
    record TokenResult(boolean granted, long left, long seconds) {

        private static TokenResult read(List<?> reply) {
            return new TokenResult((long) reply.get(0) == 1, (long) reply.get(1), (long) reply.get(2));
        }
    }

    TokenBuckets(StringRedisTemplate redis, SharedStore store, KnownGateways gateways, LocalBuckets local) {
        this.redis = redis;
        this.store = store;
        this.gateways = gateways;
        this.local = local;
    }

    /** Takes a token if the bucket has one. */
    TokenResult take(RateLimitRules.Charge charge) {
        var policy = charge.policy();
        try {
            List<?> reply = redis.execute(TAKE, List.of(policy.key(charge.subject())), policy.rate().toPlainString(),
                    Long.toString(policy.rateLimit().quota()));
            store.responded();
            return TokenResult.read(Objects.requireNonNull(reply));
        } catch (DataAccessException e) {
            store.failed(e, gateways.count());
            return local.take(charge, gateways.count());
        }
    }
}
