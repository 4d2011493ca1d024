package dev.ashlar.user.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of all instances, and their rotation: a new key is published at once and signs only later, when every
 * verifier has seen it; an old one stays published until its last token has expired.
 */
@Component
public class KeyRing {

    static final Duration PUBLISHED_BEFORE_USE = Duration.ofMinutes(5);
    static final Duration PUBLISHED_AFTER_USE = AccessTokens.LIFETIME.plusMinutes(5);

    private final SigningKeys stored;
    private final TransactionTemplate transactions;
    private final Duration maxAge;
    private final Clock clock;
    private volatile List<SigningKey> keys = List.of();

    KeyRing(SigningKeys stored, TransactionTemplate transactions, SigningProperties properties, Clock clock) {
        this.stored = stored;
        this.transactions = transactions;
        this.maxAge = properties.signingKeyMaxAge();
        this.clock = clock;
    }

    /** The public halves, of the key that signs, of the next one and of those that lately did. */
    public JWKSet publicKeys() {
        return new JWKSet(keys().stream().map(SigningKey::publicKey).map(JWK.class::cast).toList());
    }

    SigningKey current() {
        var now = clock.instant();
        return keys().stream().filter(key -> key.signsAt(now)).findFirst().orElseThrow();
    }

    /** Reads all signing keys, including changes made by other instances, and makes the next one if it is time. */
    void refresh() {
        keys = rotated();
    }

    /** A service may start while its database is away: it reads the keys when somebody needs them. */
    private List<SigningKey> keys() {
        if (keys.isEmpty()) {
            refresh();
        }
        return keys;
    }

    private List<SigningKey> rotated() {
        return transactions.execute(_ -> {
            stored.lock();
            rotate(clock.instant());
            return stored.all();
        });
    }

    private void rotate(Instant now) {
        stored.deleteRetiredBefore(now.minus(PUBLISHED_AFTER_USE));
        var all = stored.all();
        if (all.isEmpty() || !now.isBefore(all.getLast().createdAt().plus(maxAge))) {
            stored.retireAll(now.plus(PUBLISHED_BEFORE_USE));
            stored.add(SigningKey.generate(now));
        }
    }
}
