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

/** Token buckets in the cache Redis, shared by all gateways; by its clock, in one round trip each. While it is away there are none. */
final class TokenBuckets {

    private static final Logger log = LoggerFactory.getLogger(TokenBuckets.class);

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> TAKE = RedisScript.of(new ClassPathResource("limit/take.lua"), List.class);

    private final StringRedisTemplate redis;
    private final AtomicBoolean away = new AtomicBoolean();

    /**
     * What came of asking for a token.
     *
     * @param left whole tokens that are left
     * @param seconds until there is one more, rounded up
     */
    record Draw(boolean granted, long left, long seconds) {

        private static Draw read(List<?> answer) {
            return new Draw((long) answer.get(0) == 1, (long) answer.get(1), (long) answer.get(2));
        }
    }

    TokenBuckets(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Takes a token if there is one; empty if Redis can't tell. */
    Optional<Draw> take(Policies.Charge charge) {
        var policy = charge.policy();
        try {
            List<?> answer = redis.execute(TAKE, List.of(policy.key(charge.whose())), policy.rate().toPlainString(),
                    Long.toString(policy.told().quota()));
            if (away.get() && away.compareAndSet(true, false)) {
                log.atInfo().log("Limits hold again");
            }
            return Optional.of(Draw.read(Objects.requireNonNull(answer)));
        } catch (DataAccessException e) {
            if (away.compareAndSet(false, true)) {
                log.atWarn().addKeyValue("cause", Cause.of(e))
                        .log("The cache Redis is away: nothing is limited");
            }
            return Optional.empty();
        }
    }
}
