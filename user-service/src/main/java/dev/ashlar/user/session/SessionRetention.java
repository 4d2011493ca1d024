package dev.ashlar.user.session;

import dev.ashlar.chassis.retention.RetentionRule;
import dev.ashlar.chassis.time.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes expired sessions. A session may have thousands of refresh tokens, so the tokens are deleted first, in batches. Otherwise
 * one statement that deletes a session would delete all of its tokens. Used tokens stay as long as their session: without them, the
 * second use of a token could not be detected.
 */
@Component
class SessionRetention implements RetentionRule {

    private static final String TOKENS = """
            DELETE FROM refresh_tokens WHERE ctid = ANY (ARRAY(
                SELECT t.ctid FROM (SELECT id FROM sessions WHERE expires_at <= :before
                                    ORDER BY expires_at LIMIT %1$d) s
                JOIN refresh_tokens t ON t.session_id = s.id LIMIT %1$d FOR UPDATE OF t SKIP LOCKED))""";

    private static final String SESSIONS = """
            DELETE FROM sessions WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM sessions s WHERE expires_at <= :before
                    AND NOT EXISTS (SELECT FROM refresh_tokens WHERE session_id = s.id)
                ORDER BY expires_at LIMIT %1$d FOR UPDATE SKIP LOCKED))""";

    private final Duration retention;

    SessionRetention(@Value("${ashlar.sessions.retention}") Duration retention) {
        if (retention.isNegative()) {
            throw new IllegalArgumentException("SESSION_RETENTION must not be negative: " + retention);
        }
        this.retention = retention;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public int deleteBatch(JdbcClient jdbc, Instant now, int limit) {
        var tokens = delete(jdbc, TOKENS, now, limit);
        return tokens == limit ? tokens : tokens + delete(jdbc, SESSIONS, now, limit);
    }

    private int delete(JdbcClient jdbc, String statement, Instant now, int limit) {
        return jdbc.sql(statement.formatted(limit)).param("before", before(now)).update();
    }

    /** Counts sessions, not their tokens. */
    @Override
    public long due(JdbcClient jdbc, Instant now, int atMost) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM sessions WHERE expires_at <= :before LIMIT :most) due")
                .param("before", before(now)).param("most", atMost).query(Long.class).single();
    }

    private OffsetDateTime before(Instant now) {
        return SqlTime.utc(now.minus(retention));
    }
}
