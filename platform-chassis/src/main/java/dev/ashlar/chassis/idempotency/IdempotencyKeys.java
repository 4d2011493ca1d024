package dev.ashlar.chassis.idempotency;

import dev.ashlar.chassis.time.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The idempotency keys of each user (ADR 7). A key expires after 24 h, even if its row still exists. */
public final class IdempotencyKeys {

    static final Duration LIFETIME = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The state in which a request finds its key. */
    public sealed interface Claim<R> {

        /** No request has used the key. The caller runs the request and stores its result in the same transaction. */
        record Free<R>() implements Claim<R> {}

        /** The same request has run. */
        record Completed<R>(R result) implements Claim<R> {}

        /** Another request has used the key. */
        record Reused<R>() implements Claim<R> {}

        /** The first request with the key has not ended. */
        record InProgress<R>() implements Claim<R> {}
    }

    /**
     * Claims a key for the current transaction, which must exist. The transaction's rollback frees the key.
     *
     * @param requestHash equal for equal requests
     * @param result reads the stored result from the key's row
     */
    public <R> Claim<R> claim(UUID user, String key, String requestHash, RowMapper<R> result) {
        var now = clock.instant();
        var expired = SqlTime.utc(now.minus(LIFETIME));
        if (insert(user, key, requestHash, SqlTime.utc(now), expired)) {
            return new Claim.Free<>();
        }
        return jdbc.sql("""
                SELECT * FROM idempotency_keys
                WHERE user_id = :user AND key = :key AND created_at > :expired""")
                .param("user", user).param("key", key).param("expired", expired)
                .query((row, number) -> row.getString("fingerprint").equals(requestHash)
                        ? new Claim.Completed<>(result.mapRow(row, number))
                        : new Claim.Reused<R>())
                .optional().orElseGet(Claim.InProgress::new);
    }

    /**
     * Tries an advisory lock, which the transaction's end releases, and does not wait for it. So a duplicate of a running request
     * gets its response at once, and does not hold a database connection until the first request has ended.
     */
    private boolean insert(UUID user, String key, String requestHash, OffsetDateTime now, OffsetDateTime expired) {
        return jdbc.sql("""
                INSERT INTO idempotency_keys (user_id, key, fingerprint, created_at)
                SELECT :user, :key, :hash, :now
                WHERE pg_try_advisory_xact_lock(hashtextextended('idempotency ' || :user::text || ' ' || :key, 0))
                ON CONFLICT (user_id, key) DO UPDATE
                SET fingerprint = excluded.fingerprint, created_at = excluded.created_at
                WHERE idempotency_keys.created_at <= :expired""")
                .param("user", user).param("key", key).param("hash", requestHash)
                .param("now", now).param("expired", expired).update() == 1;
    }
}
