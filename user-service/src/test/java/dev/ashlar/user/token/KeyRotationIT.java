package dev.ashlar.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.ashlar.chassis.security.TokenProperties;
import dev.ashlar.user.SessionId;
import dev.ashlar.user.UserId;
import dev.ashlar.user.UserServiceTest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The rollback of each test's transaction removes its keys. */
@UserServiceTest
@Transactional
class KeyRotationIT {

    private static final Duration MAX_AGE = Duration.ofDays(30);
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    @Autowired
    SigningKeyTable table;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TokenProperties properties;

    private Instant now = START;

    @Test
    void doesNotReplaceAYoungKey() {
        var ring = newRing();

        later(ring, MAX_AGE.minusSeconds(1));

        assertThat(ring.publicKeys().getKeys()).hasSize(1);
    }

    @Test
    void publishesANewKeyBeforeItSigns() {
        var ring = newRing();
        var first = ring.current().kid();

        later(ring, MAX_AGE);
        assertThat(ring.publicKeys().getKeys()).hasSize(2);
        assertThat(ring.current().kid()).isEqualTo(first);

        later(ring, KeyRing.PUBLISHED_BEFORE_USE);
        assertThat(ring.current().kid()).isNotEqualTo(first);
    }

    @Test
    void keepsAnOldKeyPublishedUntilItsTokensExpire() {
        var ring = newRing();
        later(ring, MAX_AGE);

        later(ring, KeyRing.PUBLISHED_BEFORE_USE.plus(AccessTokens.LIFETIME));
        assertThat(ring.publicKeys().getKeys()).hasSize(2);

        later(ring, KeyRing.PUBLISHED_AFTER_USE);
        assertThat(ring.publicKeys().getKeys()).hasSize(1);
    }

    @Test
    void publishesTheKeyOfATokenUntilTheTokenExpires() throws Exception {
        var ring = newRing();
        later(ring, MAX_AGE);
        var lastOfItsKey = tokenOf(ring);

        later(ring, KeyRing.PUBLISHED_BEFORE_USE);
        assertThat(tokenOf(ring).getHeader().getKeyID()).isNotEqualTo(lastOfItsKey.getHeader().getKeyID());
        later(ring, AccessTokens.LIFETIME);

        var key = ring.publicKeys().getKeyByKeyId(lastOfItsKey.getHeader().getKeyID()).toRSAKey();
        assertThat(lastOfItsKey.verify(new RSASSAVerifier(key))).isTrue();
    }

    @Test
    void sharesTheKeysBetweenInstances() {
        var one = newRing();
        var other = ring();

        assertThat(other.current().kid()).isEqualTo(one.current().kid());
        later(one, MAX_AGE);
        other.refresh();
        assertThat(other.publicKeys().getKeys()).isEqualTo(one.publicKeys().getKeys());
    }

    @Test
    void storesPrivateHalvesEncrypted() {
        var key = newRing().current();

        var stored = jdbc.sql("SELECT private_key FROM signing_keys WHERE kid = ?").param(key.kid()).query(byte[].class)
                .single();
        assertThat(stored).isNotEqualTo(key.privateKey().getEncoded());
    }

    private KeyRing newRing() {
        jdbc.sql("DELETE FROM signing_keys").update();
        return ring();
    }

    private KeyRing ring() {
        var ring = new KeyRing(table, transactions, new SigningProperties("", MAX_AGE), clock());
        ring.refresh();
        return ring;
    }

    private SignedJWT tokenOf(KeyRing ring) throws ParseException {
        return SignedJWT.parse(new AccessTokens(ring, properties, clock()).issue(new UserId(UUID.randomUUID()),
                new SessionId(UUID.randomUUID()),
                List.of("user")));
    }

    private Clock clock() {
        return ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    }

    private void later(KeyRing ring, Duration duration) {
        now = now.plus(duration);
        ring.refresh();
    }
}
