package dev.ashlar.user.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All sessions, as PostgreSQL keeps them: what is live here comes back to Redis with the next refresh. */
@Repository
class UserSessions {

    private final JdbcClient jdbc;

    UserSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UserSession session) {
        jdbc.sql("""
                INSERT INTO sessions (id, user_id, user_agent, created_at, last_seen_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)""").param(session.id()).param(session.userId()).param(session.userAgent())
                .param(utc(session.createdAt())).param(utc(session.lastSeenAt())).param(utc(session.expiresAt()))
                .update();
    }

    /** The live session that a token was ever issued for, locked: whoever ends or refreshes it waits. */
    Optional<UserSession> lockByToken(RefreshToken token, Instant now) {
        return jdbc.sql("""
                SELECT s.* FROM sessions s JOIN refresh_tokens t ON t.session_id = s.id
                WHERE t.hash = ? AND s.revoked_at IS NULL AND s.expires_at > ?
                FOR UPDATE OF s""").param(token.hash()).param(utc(now)).query(UserSessions::read).optional();
    }

    /** Whose session a token was ever issued for, ended or not. */
    Optional<UserSession> findByToken(RefreshToken token) {
        return jdbc.sql("""
                SELECT s.* FROM sessions s JOIN refresh_tokens t ON t.session_id = s.id WHERE t.hash = ?""")
                .param(token.hash()).query(UserSessions::read).optional();
    }

    void seen(UUID id, Instant now) {
        jdbc.sql("UPDATE sessions SET last_seen_at = ? WHERE id = ?").param(utc(now)).param(id).update();
    }

    /** The user's live sessions, newest first, from the one before {@code before}. */
    List<UserSession> live(UUID userId, @Nullable UUID before, int limit, Instant now) {
        return jdbc.sql("""
                SELECT * FROM sessions
                WHERE user_id = ? AND revoked_at IS NULL AND expires_at > ? AND (?::uuid IS NULL OR id < ?::uuid)
                ORDER BY id DESC LIMIT ?""").param(userId).param(utc(now)).param(before).param(before).param(limit)
                .query(UserSessions::read).list();
    }

    /** Whether the user has that live session; if so, it is one no more. */
    boolean revoke(UUID userId, UUID id, Instant now) {
        return jdbc.sql("UPDATE sessions SET revoked_at = ? WHERE id = ? AND user_id = ? AND revoked_at IS NULL")
                .param(utc(now)).param(id).param(userId).update() == 1;
    }

    /** Ends the user's live sessions but one; gives their ids. Locked in order, so that no two callers deadlock. */
    List<UUID> revokeAll(UUID userId, @Nullable UUID but, Instant now) {
        return jdbc.sql("""
                UPDATE sessions SET revoked_at = ? WHERE id IN (
                    SELECT id FROM sessions
                    WHERE user_id = ? AND revoked_at IS NULL AND id IS DISTINCT FROM ?::uuid
                    ORDER BY id FOR UPDATE)
                RETURNING id""").param(utc(now)).param(userId).param(but).query(UUID.class).list();
    }

    private static UserSession read(ResultSet row, int number) throws SQLException {
        return new UserSession(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class),
                row.getString("user_agent"), instant(row, "created_at"), instant(row, "last_seen_at"),
                instant(row, "expires_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
