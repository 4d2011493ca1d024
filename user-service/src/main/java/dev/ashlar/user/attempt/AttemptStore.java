package dev.ashlar.user.attempt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** Attempts that have failed or may yet fail, in the session Redis: it evicts nothing (ADR 8). Each step is atomic there. */
@Component
class AttemptStore {

    /** No check of a password takes longer; one that did not end by then has broken off, and counts as a failure. */
    private static final Duration UNDECIDED = Duration.ofSeconds(10);

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> BEGIN = script("begin.lua", List.class);
    private static final RedisScript<Long> END = script("end.lua", Long.class);

    private final StringRedisTemplate sessionRedis;

    /** An attempt on an account, which is named by a hash, from an address. */
    record Attempt(String id, List<String> keys) {

        static Attempt on(String email, String address) {
            var account = "failed-logins:{" + sha256(email.toLowerCase(Locale.ROOT)) + "}";
            return new Attempt(UUID.randomUUID().toString(), List.of(account + ":" + address, account));
        }
    }

    /**
     * What came of asking for an attempt.
     *
     * @param reached which key's limit has been reached, counted from 1; 0 if none
     * @param waitMillis until an attempt no longer counts; 0 if one is undecided and may turn out not to
     */
    record Beginning(long reached, long waitMillis) {}

    AttemptStore(StringRedisTemplate sessionRedis) {
        this.sessionRedis = sessionRedis;
    }

    /** Begins the attempt, undecided as yet, if that leaves both limits kept. */
    Beginning begin(Attempt attempt, Duration window, int limitFromAddress, int limit) {
        List<?> answer = sessionRedis.execute(BEGIN, attempt.keys, attempt.id, millis(window), millis(UNDECIDED),
                Integer.toString(limitFromAddress), Integer.toString(limit));
        return new Beginning((long) Objects.requireNonNull(answer).get(0), (long) answer.get(1));
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

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
