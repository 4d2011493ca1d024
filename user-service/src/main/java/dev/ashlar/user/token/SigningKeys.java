package dev.ashlar.user.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signing keys as PostgreSQL keeps them, private halves encrypted. */
@Repository
class SigningKeys {

    private final JdbcClient jdbc;
    private final KeyCipher cipher;

    SigningKeys(JdbcClient jdbc, KeyCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Until the transaction ends, no other instance makes or retires a key. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('signing_keys'), hashtext(current_schema()))")
                .query((_, _) -> true).single();
    }

    /** Oldest first. */
    List<SigningKey> all() {
        return jdbc.sql("SELECT * FROM signing_keys ORDER BY created_at, kid").query(this::read).list();
    }

    void add(SigningKey key) {
        jdbc.sql("INSERT INTO signing_keys (kid, public_key, private_key, created_at) VALUES (?, ?, ?, ?)")
                .param(key.kid()).param(key.publicKey().toJSONString())
                .param(cipher.seal(key.kid(), key.privateKey().getEncoded())).param(utc(key.createdAt())).update();
    }

    void retireAll(Instant at) {
        jdbc.sql("UPDATE signing_keys SET retired_at = ? WHERE retired_at IS NULL").param(utc(at)).update();
    }

    void deleteRetiredBefore(Instant time) {
        jdbc.sql("DELETE FROM signing_keys WHERE retired_at < ?").param(utc(time)).update();
    }

    private SigningKey read(ResultSet row, int number) throws SQLException {
        try {
            var kid = row.getString("kid");
            var encoded = new PKCS8EncodedKeySpec(cipher.open(kid, row.getBytes("private_key")));
            return new SigningKey(RSAKey.parse(row.getString("public_key")),
                    KeyFactory.getInstance("RSA").generatePrivate(encoded),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    instant(row.getObject("retired_at", OffsetDateTime.class)));
        } catch (ParseException | GeneralSecurityException e) {
            throw new IllegalStateException("A signing key is unreadable", e);
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
