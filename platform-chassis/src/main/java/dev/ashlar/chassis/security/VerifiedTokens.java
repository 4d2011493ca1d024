package dev.ashlar.chassis.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Remembers verified tokens by their SHA-256 for a minute, so that a service verifies a signature once and not for each request
 * (ADR 10). An entry is valid until the token expires or the key set changes. It says nothing about the session. Thread-safe.
 */
final class VerifiedTokens {

    static final Duration MAX_AGE = Duration.ofSeconds(60);

    /** About 3 MB. */
    static final int MAX_ENTRIES = 10_000;

    private final TokenVerifier verifier;
    private final RedisJwkSource keys;
    private final Clock clock;
    private final Cache<String, Entry> entries;

    /** @param keys the key set before the verification, which may have read a newer one */
    private record Entry(VerifiedToken token, JWKSet keys) {}

    VerifiedTokens(TokenVerifier verifier, RedisJwkSource keys, Clock clock, Ticker ticker) {
        this.verifier = verifier;
        this.keys = keys;
        this.clock = clock;
        this.entries = Caffeine.newBuilder().maximumSize(MAX_ENTRIES).expireAfterWrite(MAX_AGE).ticker(ticker)
                .executor(Runnable::run).build();
    }

    /**
     * @throws InvalidToken if the token is not valid
     * @throws SessionStoreUnavailable if the keys are not readable
     */
    VerifiedToken verify(String token) {
        var hash = DigestUtils.sha256Hex(token);
        var current = keys.current();
        var known = entries.getIfPresent(hash);
        if (known != null && known.keys == current && clock.instant().isBefore(known.token.expiresAt())) {
            return known.token;
        }
        var verified = verifier.verify(token);
        if (current != null) {
            entries.put(hash, new Entry(verified, current));
        }
        return verified;
    }

    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }
}
