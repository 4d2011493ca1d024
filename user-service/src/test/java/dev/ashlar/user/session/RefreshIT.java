package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.user.Api;
import dev.ashlar.user.SignedIn;
import dev.ashlar.user.UserServiceTest;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@UserServiceTest
class RefreshIT {

    @Autowired
    Api api;

    @Autowired
    StringRedisTemplate sessionRedis;

    @Autowired
    JdbcClient jdbc;

    @Test
    void continuesTheSessionWithNewTokens() {
        var before = api.somebodySignedIn();

        var after = SignedIn.by(api.refresh(before.refreshToken()).is(200));

        assertThat(after.sessionId()).isEqualTo(before.sessionId());
        assertThat(after.refreshToken()).isNotEqualTo(before.refreshToken());
        api.me(after).is(200);
    }

    @Test
    void worksWithAnExpiredAccessTokenAttached() {
        var session = api.somebodySignedIn();

        api.post("/api/v1/sessions/refresh", null, Map.of("refresh_token", session.refreshToken()), "Authorization",
                "Bearer expired").is(200);
    }

    @Test
    void endsTheSessionWhenATokenIsUsedTwice() {
        var stolen = api.somebodySignedIn();
        var thief = SignedIn.by(api.refresh(stolen.refreshToken()).is(200));

        api.refresh(stolen.refreshToken()).is(401);

        api.me(thief).is(401);
        api.refresh(thief.refreshToken()).is(401);
    }

    @Test
    void endsTheSessionWhenATokenIsUsedTwiceAtTheSameTime() throws InterruptedException {
        var session = api.somebodySignedIn();
        Callable<Integer> use = () -> api.refresh(session.refreshToken()).status();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(callers.invokeAll(Collections.nCopies(6, use))).map(Future::resultNow)
                    .containsOnly(200, 401).containsOnlyOnce(200);
        }

        api.me(session).is(401);
        assertThat(sessionRedis.hasKey("session:" + session.sessionId())).isFalse();
    }

    @Test
    void healsARedisThatLostTheSession() {
        var session = api.somebodySignedIn();
        sessionRedis.delete("session:" + session.sessionId());
        api.me(session).is(401);

        var healed = SignedIn.by(api.refresh(session.refreshToken()).is(200));

        api.me(healed).is(200);
    }

    @Test
    void endsWithTheSession() {
        var session = api.somebodySignedIn();
        jdbc.sql("UPDATE sessions SET expires_at = now() WHERE id = ?").param(session.sessionId()).update();

        api.refresh(session.refreshToken()).is(401);
    }

    @Test
    void refusesWhatItNeverIssued() {
        api.refresh("made up").is(401);
        api.post("/api/v1/sessions/refresh", null, Map.of()).refuses("refresh_token");
    }

    @Test
    void isStoredAsAHashOnly() {
        var token = api.somebodySignedIn().refreshToken();

        assertThat(jdbc.sql("SELECT count(*) FROM refresh_tokens WHERE hash = sha256(?::bytea)").param(token.getBytes())
                .query(Long.class).single()).isOne();
    }
}
