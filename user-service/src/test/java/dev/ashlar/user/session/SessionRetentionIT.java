package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.user.UserServiceTest;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@UserServiceTest
class SessionRetentionIT {

    private static final int BATCH = 1_000;

    private final UUID user = UUID.randomUUID();

    @Autowired
    private SessionRetention retention;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void registerUser() {
        jdbc.sql("""
                INSERT INTO users (id, version, email, name, password_hash, password_changed_at, admin, created_at)
                VALUES (?, 1, ?, 'A', '-', now(), false, now())""").param(user).param(user + "@example.com").update();
    }

    @Test
    void deletesExpiredSessionsAndTheirTokensInBatches() {
        sessions(3, 1_500, "-25 hours");
        sessions(2_000, 0, "-25 hours");
        sessions(2, 10, "-23 hours");
        sessions(2, 10, "1 hour");

        int deleted;
        do {
            deleted = retention.deleteBatch(jdbc, Clock.systemUTC().instant(), BATCH);
            assertThat(deleted).isLessThan(2 * BATCH);
        } while (deleted > 0);

        assertThat(count("sessions WHERE user_id = '" + user + "'")).isEqualTo(4);
        assertThat(count("refresh_tokens t JOIN sessions s ON s.id = t.session_id WHERE s.user_id = '" + user + "'"))
                .isEqualTo(40);
        assertThat(retention.due(jdbc, Clock.systemUTC().instant(), 10)).isZero();
    }

    private void sessions(int number, int tokensOfEach, String expiresIn) {
        jdbc.sql("""
                WITH ended AS (
                    INSERT INTO sessions (id, user_id, created_at, last_seen_at, expires_at)
                    SELECT gen_random_uuid(), ?, now(), now(), now() + ?::interval FROM generate_series(1, ?)
                    RETURNING id)
                INSERT INTO refresh_tokens (hash, session_id, issued_at)
                SELECT decode(md5(random()::text), 'hex'), id, now() FROM ended, generate_series(1, ?)""").param(user)
                .param(expiresIn).param(number).param(tokensOfEach).update();
    }

    private long count(String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }
}
