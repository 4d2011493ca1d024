package dev.ashlar.user.attempt;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** Failed and unfinished attempts, in the session Redis because it evicts nothing (ADR 8). Each method is atomic there. */
@Component
class AttemptStore {

    /** A check takes less time. An attempt without a result after this time was interrupted, and counts as a failure. */
    private static final Duration MAX_CHECK_TIME = Duration.ofSeconds(10);

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> BEGIN = script("begin.lua", List.class);
    private static final RedisScript<Long> END = script("end.lua", Long.class);

    private final StringRedisTemplate sessionRedis;

    /** An attempt on an account from an address. The keys contain a hash of the e-mail address. */
    record Attempt(String id, List<String> keys) {

        static Attempt on(String email, String address) {
            var account = "failed-logins:{" + DigestUtils.sha256Hex(email.toLowerCase(Locale.ROOT)) + "}";
            return new Attempt(UUID.randomUUID().toString(), List.of(account + ":" + address, account));
        }
    }

    /**
     * The result of {@link #begin}.
     *
     * @param reached the key whose limit is reached, counted from 1; 0 if the attempt may go on
     * @param waitMillis time until the oldest attempt leaves the window; 0 if an unfinished attempt may still succeed
     */
    record Begun(long reached, long waitMillis) {}

    AttemptStore(StringRedisTemplate sessionRedis) {
        this.sessionRedis = sessionRedis;
    }

    /** Stores the attempt as unfinished, unless a limit is reached. */
    Begun begin(Attempt attempt, Duration window, int limitFromAddress, int limit) {
        List<?> result = sessionRedis.execute(BEGIN, attempt.keys, attempt.id, millis(window), millis(MAX_CHECK_TIME),
                Integer.toString(limitFromAddress), Integer.toString(limit));
        return new Begun((long) Objects.requireNonNull(result).get(0), (long) result.get(1));
    }

    void failed(Attempt attempt) {
        sessionRedis.execute(END, attempt.keys, attempt.id, "failed");
    }

    void forget(Attempt attempt) {
        sessionRedis.execute(END, attempt.keys, attempt.id, "forgotten");
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    private static <T> RedisScript<T> script(String name, Class<T> result) {
        return RedisScript.of(new ClassPathResource("attempt/" + name), result);
    }
}
