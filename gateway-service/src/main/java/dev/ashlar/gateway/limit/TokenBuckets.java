package dev.ashlar.gateway.limit;

import dev.ashlar.chassis.observability.Cause;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** Token buckets in the cache Redis, shared by all gateways. Redis is the clock. Without Redis, no request is limited. */
final class TokenBuckets {

    private static final Logger log = LoggerFactory.getLogger(TokenBuckets.class);

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> TAKE = RedisScript.of(new ClassPathResource("limit/take.lua"), List.class);

    private final StringRedisTemplate redis;
    private final AtomicBoolean unavailable = new AtomicBoolean();

    /**
     * @param left the number of whole tokens left
     * @param seconds the time until the next token, rounded up
     */
    record TokenResult(boolean granted, long left, long seconds) {

        private static TokenResult read(List<?> reply) {
            return new TokenResult((long) reply.get(0) == 1, (long) reply.get(1), (long) reply.get(2));
        }
    }

    TokenBuckets(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Takes a token if the bucket has one. Empty if Redis is unavailable. */
    Optional<TokenResult> take(RateLimitRules.Charge charge) {
        var policy = charge.policy();
        try {
            List<?> reply = redis.execute(TAKE, List.of(policy.key(charge.subject())), policy.rate().toPlainString(),
                    Long.toString(policy.rateLimit().quota()));
            if (unavailable.get() && unavailable.compareAndSet(true, false)) {
                log.atInfo().log("The cache Redis is available: rate limits apply again");
            }
            return Optional.of(TokenResult.read(Objects.requireNonNull(reply)));
        } catch (DataAccessException e) {
            if (unavailable.compareAndSet(false, true)) {
                log.atWarn().addKeyValue("cause", Cause.of(e))
                        .log("The cache Redis is unavailable: no request is limited");
            }
            return Optional.empty();
        }
    }
}
