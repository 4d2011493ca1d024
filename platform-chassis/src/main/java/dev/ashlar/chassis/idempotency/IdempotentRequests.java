package dev.ashlar.chassis.idempotency;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.annotation.Transactional;

/** Runs a request once for each key: key, effect and answer commit together or not at all (ADR 7). */
public class IdempotentRequests {

    private final IdempotencyKeys keys;
    private final Clock clock;

    IdempotentRequests(IdempotencyKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Runs the request unless the user's key was used in the last 24 h. What the request throws, the caller gets, and the key is
     * free again.
     */
    @Transactional
    public Outcome execute(UUID user, String key, Fingerprint fingerprint, Supplier<Answer> request) {
        var now = clock.instant();
        if (keys.claim(user, key, fingerprint, now)) {
            var answer = request.get();
            keys.complete(user, key, answer);
            return new Outcome.Executed(answer);
        }
        return keys.find(user, key, now)
                .map(stored -> stored.fingerprint().equals(fingerprint)
                        ? new Outcome.Replayed(stored.answer())
                        : new Outcome.KeyReused())
                .orElseGet(Outcome.StillRunning::new);
    }
}
