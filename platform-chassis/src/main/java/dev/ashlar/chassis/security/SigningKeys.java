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

/** The public signing keys that user-service copies to the session Redis; the last good copy is kept while Redis is away. */
final class SigningKeys implements JWKSource<SecurityContext> {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** Between two looks for an unknown key. */
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(1);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile Copy copy = new Copy(null, Instant.MIN, false);

    /** @param current whether it is what Redis had at that time, or only what it had before */
    private record Copy(@Nullable JWKSet keys, Instant readAt, boolean current) {

        List<JWK> select(JWKSelector selector) {
            return keys == null ? List.of() : selector.select(keys);
        }
    }

    SigningKeys(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** A token that names no key has none: to try each would let its sender choose how much work it makes. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        if (selector.getMatcher().getKeyIDs() == null) {
            return List.of();
        }
        var now = clock.instant();
        var known = copy;
        if (known.keys == null) {
            known = read(known, now);
        } else if (known.readAt.plus(MAX_AGE).isBefore(now)) {
            renew(known, now);
        }
        var found = known.select(selector);
        if (found.isEmpty() && known.readAt.plus(known.current ? PAUSE : PAUSE_WHILE_AWAY).isBefore(now)) {
            known = read(known, now);
            found = known.select(selector);
        }
        if (found.isEmpty() && !known.current) {
            throw new KeySourceException("An outdated copy can't tell an unknown key from a new one");
        }
        return found;
    }

    /** In the background: a Redis that hangs costs a request the wait for its session already (ADR 26). */
    private void renew(Copy outdated, Instant now) {
        if (renewing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("signing-keys").start(() -> {
                try {
                    read(outdated, now);
                } catch (KeySourceException e) {
                    throw new IllegalStateException("There was a copy to keep", e);
                } finally {
                    renewing.set(false);
                }
            });
        }
    }

    /** Whoever waits meanwhile gets what came of it, a failure included: else each would wait in turn for a Redis that hangs. */
    private synchronized Copy read(Copy outdated, Instant now) throws KeySourceException {
        if (copy == outdated) {
            copy = read(now);
        }
        if (copy.keys == null) {
            throw new KeySourceException("There are no signing keys"); // so a token is neither valid nor invalid
        }
        return copy;
    }

    private Copy read(Instant now) {
        try {
            var text = redis.opsForValue().get(SigningKeySet.KEY);
            return text == null ? keep("there are none", now) : new Copy(JWKSet.parse(text), now, true);
        } catch (DataAccessException | ParseException e) {
            return keep(Cause.of(e), now);
        }
    }

    private Copy keep(String cause, Instant now) {
        var kept = copy.keys;
        if (kept != null) {
            log.atWarn().addKeyValue("cause", cause).log("Keeping the last good signing keys");
        }
        return new Copy(kept, now, false);
    }
}
