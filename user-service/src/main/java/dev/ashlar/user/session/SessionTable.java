package dev.ashlar.user.session;

import static dev.ashlar.chassis.time.SqlTime.instant;
import static dev.ashlar.chassis.time.SqlTime.utc;

import dev.ashlar.user.SessionId;
import dev.ashlar.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions and their refresh tokens in PostgreSQL. A session is live until it expires or is revoked. */
@Repository
class SessionTable {

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UserSession session) {
        jdbc.sql("""
                INSERT INTO sessions (id, user_id, user_agent, created_at, last_seen_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)""").param(session.id().value()).param(session.userId().value())
                .param(session.userAgent()).param(utc(session.createdAt())).param(utc(session.lastSeenAt()))
                .param(utc(session.expiresAt())).update();
    }

    /** The live session that the token was issued for. Its row stays locked until the transaction ends. */
    Optional<UserSession> lockByToken(RefreshToken token, Instant now) {
        return jdbc.sql("""
                SELECT s.* FROM sessions s JOIN refresh_tokens t ON t.session_id = s.id
                WHERE t.hash = ? AND s.revoked_at IS NULL AND s.expires_at > ?
                FOR UPDATE OF s""").param(token.hash()).param(utc(now)).query(SessionTable::read).optional();
    }

    /** The session that the token was issued for, live or ended. */
    Optional<UserSession> findByToken(RefreshToken token) {
        return jdbc.sql("""
                SELECT s.* FROM sessions s JOIN refresh_tokens t ON t.session_id = s.id WHERE t.hash = ?""")
                .param(token.hash()).query(SessionTable::read).optional();
    }

    void updateLastSeen(SessionId id, Instant now) {
        jdbc.sql("UPDATE sessions SET last_seen_at = ? WHERE id = ?").param(utc(now)).param(id.value()).update();
    }

    /** The user's live sessions, newest first; only those older than {@code before}, if it is given. */
    List<UserSession> live(UserId userId, @Nullable SessionId before, int limit, Instant now) {
        return jdbc.sql("""
                SELECT * FROM sessions
                WHERE user_id = ? AND revoked_at IS NULL AND expires_at > ? AND (?::uuid IS NULL OR id < ?::uuid)
                ORDER BY id DESC LIMIT ?""").param(userId.value()).param(utc(now)).param(value(before))
                .param(value(before)).param(limit).query(SessionTable::read).list();
    }

    /** Returns false if the user has no such session, or if it was revoked before. */
    boolean revoke(UserId userId, SessionId id, Instant now) {
        return jdbc.sql("UPDATE sessions SET revoked_at = ? WHERE id = ? AND user_id = ? AND revoked_at IS NULL")
                .param(utc(now)).param(id.value()).param(userId.value()).update() == 1;
    }

    /** Revokes the user's sessions except {@code kept}. Locks them in order, so that two callers cannot deadlock. */
    List<SessionId> revokeAll(UserId userId, @Nullable SessionId kept, Instant now) {
        return jdbc.sql("""
                UPDATE sessions SET revoked_at = ? WHERE id IN (
                    SELECT id FROM sessions
                    WHERE user_id = ? AND revoked_at IS NULL AND id IS DISTINCT FROM ?::uuid
                    ORDER BY id FOR UPDATE)
                RETURNING id""").param(utc(now)).param(userId.value()).param(value(kept))
                .query((row, _) -> new SessionId(row.getObject("id", UUID.class))).list();
    }

    void addToken(RefreshToken token, SessionId sessionId, Instant now) {
        jdbc.sql("INSERT INTO refresh_tokens (hash, session_id, issued_at) VALUES (?, ?, ?)").param(token.hash())
                .param(sessionId.value()).param(utc(now)).update();
    }

    /** Returns true for the first use of the token only, even if it is used twice at the same time. */
    boolean useToken(RefreshToken token, Instant now) {
        return jdbc.sql("UPDATE refresh_tokens SET used_at = ? WHERE hash = ? AND used_at IS NULL").param(utc(now))
                .param(token.hash()).update() == 1;
    }

    private static @Nullable UUID value(@Nullable SessionId id) {
        return id == null ? null : id.value();
    }

    private static UserSession read(ResultSet row, int number) throws SQLException {
        return new UserSession(new SessionId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)), row.getString("user_agent"),
                instant(row, "created_at"), instant(row, "last_seen_at"), instant(row, "expires_at"));
    }
}
