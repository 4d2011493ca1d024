package dev.ashlar.user.token;

import static dev.ashlar.chassis.time.SqlTime.instant;
import static dev.ashlar.chassis.time.SqlTime.utc;

import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signing keys in PostgreSQL. Their private halves are encrypted. */
@Repository
class SigningKeyTable {

    private final JdbcClient jdbc;
    private final KeyCipher cipher;

    SigningKeyTable(JdbcClient jdbc, KeyCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Prevents other instances from adding or retiring a key until the transaction ends. */
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
                .param(cipher.encrypt(key.kid(), key.privateKey().getEncoded())).param(utc(key.createdAt())).update();
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
            var encoded = new PKCS8EncodedKeySpec(cipher.decrypt(kid, row.getBytes("private_key")));
            return new SigningKey(RSAKey.parse(row.getString("public_key")),
                    KeyFactory.getInstance("RSA").generatePrivate(encoded),
                    instant(row, "created_at"),
                    instant(row, "retired_at"));
        } catch (ParseException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot read a signing key", e);
        }
    }
}
