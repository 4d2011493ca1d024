package dev.ashlar.chassis.idempotency;

import dev.ashlar.chassis.time.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of the last 24 h; older ones count as absent, whether or not they are swept yet. */
class IdempotencyKeys {

    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(Fingerprint fingerprint, Answer answer) {}

    /**
     * Claims a key for the current transaction. The advisory lock, which ends with it, is tried, not awaited: a twin of a
     * running request is told so at once, instead of holding one of few connections until the first has ended.
     *
     * @return false if the key is taken, or is being taken
     */
    boolean claim(UUID user, String key, Fingerprint fingerprint, Instant now) {
        return jdbc.sql("""
                INSERT INTO idempotency_keys (user_id, key, fingerprint, created_at)
                SELECT :user, :key, :fingerprint, :now
                WHERE pg_try_advisory_xact_lock(hashtextextended('idempotency ' || :user::text || ' ' || :key, 0))
                ON CONFLICT (user_id, key) DO UPDATE
                SET fingerprint = excluded.fingerprint, created_at = excluded.created_at
                WHERE idempotency_keys.created_at <= :expired""")
                .param("user", user).param("key", key).param("fingerprint", fingerprint.sha256())
                .param("now", SqlTime.utc(now))
                .param("expired", SqlTime.utc(now.minus(KEPT))).update() == 1;
    }

    void complete(UUID user, String key, Answer answer) {
        jdbc.sql("""
                UPDATE idempotency_keys SET status = :status, location = :location, etag = :etag, body = :body
                WHERE user_id = :user AND key = :key""")
                .param("status", answer.status()).param("location", answer.location()).param("etag", answer.etag())
                .param("body", answer.body()).param("user", user).param("key", key).update();
    }

    Optional<Stored> find(UUID user, String key, Instant now) {
        return jdbc.sql("""
                SELECT fingerprint, status, location, etag, body FROM idempotency_keys
                WHERE user_id = :user AND key = :key AND created_at > :expired""")
                .param("user", user).param("key", key).param("expired", SqlTime.utc(now.minus(KEPT)))
                .query((row, _) -> new Stored(new Fingerprint(row.getString("fingerprint")),
                        new Answer(row.getInt("status"), row.getString("location"), row.getString("etag"),
                                row.getString("body"))))
                .optional();
    }
}
