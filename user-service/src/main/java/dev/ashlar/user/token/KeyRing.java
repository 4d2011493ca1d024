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
 * The signing keys, which all instances share, and their rotation. A new key is published at once and signs 5 minutes later, when every
 * service has read it. An old key stays published until the last token that it signed has expired.
 */
@Component
public class KeyRing {

    static final Duration PUBLISHED_BEFORE_USE = Duration.ofMinutes(5);
    static final Duration PUBLISHED_AFTER_USE = AccessTokens.LIFETIME.plusMinutes(5);

    private final SigningKeyTable table;
    private final TransactionTemplate transactions;
    private final Duration maxAge;
    private final Clock clock;
    private volatile List<SigningKey> keys = List.of();

    KeyRing(SigningKeyTable table, TransactionTemplate transactions, SigningProperties properties, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.maxAge = properties.signingKeyMaxAge();
        this.clock = clock;
    }

    /** The public halves of the current key, of the next one and of those that signed tokens which have not expired. */
    public JWKSet publicKeys() {
        return new JWKSet(keys().stream().map(SigningKey::publicKey).map(JWK.class::cast).toList());
    }

    SigningKey current() {
        var now = clock.instant();
        return keys().stream().filter(key -> key.signsAt(now)).findFirst().orElseThrow();
    }

    /** Reads all signing keys, including changes made by other instances. Creates the next key if the newest one is old enough. */
    void refresh() {
        keys = rotated();
    }

    /** Reads the keys on first use, because the service may start while its database is unavailable. */
    private List<SigningKey> keys() {
        if (keys.isEmpty()) {
            refresh();
        }
        return keys;
    }

    private List<SigningKey> rotated() {
        return transactions.execute(_ -> {
            table.lock();
            rotate(clock.instant());
            return table.all();
        });
    }

    private void rotate(Instant now) {
        table.deleteRetiredBefore(now.minus(PUBLISHED_AFTER_USE));
        var all = table.all();
        if (all.isEmpty() || !now.isBefore(all.getLast().createdAt().plus(maxAge))) {
            table.retireAll(now.plus(PUBLISHED_BEFORE_USE));
            table.add(SigningKey.generate(now));
        }
    }
}
