package dev.ashlar.chassis.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.ashlar.chassis.observability.Cause;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The public signing keys, a JWK set (RFC 7517) that user-service publishes in the session Redis. Each service keeps the last good copy
 * while Redis is unavailable. Thread-safe.
 */
public final class RedisJwkSource implements JWKSource<SecurityContext> {

    /** The Redis key. It has no time to live. */
    public static final String KEY = "jwks";

    private static final Logger log = LoggerFactory.getLogger(RedisJwkSource.class);
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** The least time between two reads because of an unknown key id. */
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile Copy copy = new Copy(null, Instant.MIN, false);

    /** @param current true if Redis had these keys at that time; false if the read failed and they are older */
    private record Copy(@Nullable JWKSet keys, Instant readAt, boolean current) {

        List<JWK> select(JWKSelector selector) {
            return keys == null ? List.of() : selector.select(keys);
        }
    }

    RedisJwkSource(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Returns no key for a token without a key id. Else its sender could make the service try each key. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        if (selector.getMatcher().getKeyIDs() == null) {
            return List.of();
        }
        var now = clock.instant();
        var known = copy;
        if (known.keys == null) {
            known = read(known, now);
        } else {
            renewIfOld(known, now);
        }
        var found = known.select(selector);
        if (found.isEmpty() && known.readAt.plus(known.current ? PAUSE : PAUSE_AFTER_FAILURE).isBefore(now)) {
            known = read(known, now);
            found = known.select(selector);
        }
        if (found.isEmpty() && !known.current) {
            throw new KeySourceException("The key may be new, and the copy of the keys is outdated");
        }
        return found;
    }

    /**
     * The current set. Another set is another object, and a read that finds the same keys keeps the object. Starts a read in the
     * background if the set is older than a minute.
     *
     * @return null before the first read
     */
    @Nullable
    JWKSet current() {
        var known = copy;
        if (known.keys != null) {
            renewIfOld(known, clock.instant());
        }
        return known.keys;
    }

    /** Reads in the background, since a slow Redis already delays the request once, for its session (ADR 26). */
    private void renewIfOld(Copy outdated, Instant now) {
        if (outdated.readAt.plus(MAX_AGE).isBefore(now) && renewing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("signing-keys").start(() -> {
                try {
                    read(outdated, now);
                } catch (KeySourceException e) {
                    throw new IllegalStateException("A copy of the keys existed", e);
                } finally {
                    renewing.set(false);
                }
            });
        }
    }

    /** Callers that wait for the lock share the result of one read, also its failure. Else each would wait for a slow Redis in turn. */
    private synchronized Copy read(Copy outdated, Instant now) throws KeySourceException {
        if (copy == outdated) {
            copy = read(now);
        }
        if (copy.keys == null) {
            throw new KeySourceException("There are no signing keys");
        }
        return copy;
    }

    private Copy read(Instant now) {
        try {
            var text = redis.opsForValue().get(KEY);
            return text == null ? keep("no_keys_published", now) : new Copy(sameOrNew(JWKSet.parse(text)), now, true);
        } catch (DataAccessException | ParseException e) {
            return keep(Cause.of(e), now);
        }
    }

    private JWKSet sameOrNew(JWKSet read) {
        var known = copy.keys;
        return known != null && known.equals(read) ? known : read;
    }

    private Copy keep(String cause, Instant now) {
        var kept = copy.keys;
        if (kept != null) {
            log.atWarn().addKeyValue("cause", cause).log("Signing keys not read; the last good copy stays in use");
        }
        return new Copy(kept, now, false);
    }
}
