package dev.ashlar.user.session;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refresh tokens of all sessions, each usable once. */
@Repository
class RefreshTokens {

    private final JdbcClient jdbc;

    RefreshTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RefreshToken token, UUID sessionId, Instant now) {
        jdbc.sql("INSERT INTO refresh_tokens (hash, session_id, issued_at) VALUES (?, ?, ?)").param(token.hash())
                .param(sessionId).param(now.atOffset(ZoneOffset.UTC)).update();
    }

    /** Whether this is the first use: of two at the same time, one finds that the other was faster. */
    boolean use(RefreshToken token, Instant now) {
        return jdbc.sql("UPDATE refresh_tokens SET used_at = ? WHERE hash = ? AND used_at IS NULL")
                .param(now.atOffset(ZoneOffset.UTC)).param(token.hash()).update() == 1;
    }
}
