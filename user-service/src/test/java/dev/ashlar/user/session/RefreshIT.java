package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.user.Api;
import dev.ashlar.user.Tokens;
import dev.ashlar.user.UserServiceTest;
import dev.ashlar.user.account.Credentials;
import dev.ashlar.user.session.SessionRefused.InvalidRefreshToken;
import dev.ashlar.user.token.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@UserServiceTest
class RefreshIT {

    @Autowired
    Api api;

    @Autowired
    StringRedisTemplate sessionRedis;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SessionTable table;

    @Autowired
    RedisSessions redis;

    @Autowired
    AccessTokens accessTokens;

    @Autowired
    Credentials credentials;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void continuesTheSessionWithNewTokens() {
        var before = api.signInNewUser();

        var after = Tokens.of(api.refresh(before.refreshToken()).is(200));

        assertThat(after.sessionId()).isEqualTo(before.sessionId());
        assertThat(after.refreshToken()).isNotEqualTo(before.refreshToken());
        api.me(after).is(200);
    }

    @Test
    void ignoresAnExpiredAccessToken() {
        var session = api.signInNewUser();

        api.post("/api/v1/sessions/refresh", null, Map.of("refresh_token", session.refreshToken()), "Authorization",
                "Bearer expired").is(200);
    }

    @Test
    void endsTheSessionWhenATokenIsUsedTwice() {
        var stolen = api.signInNewUser();
        var thief = Tokens.of(api.refresh(stolen.refreshToken()).is(200));

        api.refresh(stolen.refreshToken()).is(401);

        api.me(thief).is(401);
        api.refresh(thief.refreshToken()).is(401);
    }

    @Test
    void endsTheSessionWhenATokenIsUsedTwiceConcurrently() throws InterruptedException {
        var session = api.signInNewUser();
        Callable<ServiceResponse> use = () -> api.refresh(session.refreshToken());
        List<ServiceResponse> responses;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            responses = callers.invokeAll(Collections.nCopies(10, use)).stream().map(Future::resultNow).toList();
        }

        assertThat(responses).extracting(ServiceResponse::status).containsOnly(200, 401).containsOnlyOnce(200);
        var winner = Tokens.of(responses.stream().filter(response -> response.status() == 200).findAny().orElseThrow());
        api.me(winner).is(401);
        api.refresh(winner.refreshToken()).is(401);
        api.me(session).is(401);
        assertThat(sessionRedis.hasKey("session:" + session.sessionId())).isFalse();
    }

    @Test
    void restoresASessionThatRedisLost() {
        var session = api.signInNewUser();
        sessionRedis.delete("session:" + session.sessionId());
        api.me(session).is(401);

        var healed = Tokens.of(api.refresh(session.refreshToken()).is(200));

        api.me(healed).is(200);
    }

    @Test
    void isRefusedAfterTheSessionExpired() {
        var session = api.signInNewUser();
        jdbc.sql("UPDATE sessions SET expires_at = now() WHERE id = ?").param(session.sessionId()).update();

        api.refresh(session.refreshToken()).is(401);
    }

    @Test
    void doesNotExtendTheSessionBeyondThirtyDays() {
        var month = Duration.ofDays(30);

        var last = refreshAfter(month.minusMinutes(1), api.signInNewUser().refreshToken());

        assertThat(sessionRedis.getExpire("session:" + last.sessionId())).isLessThanOrEqualTo(60);
        assertThatExceptionOfType(InvalidRefreshToken.class)
                .isThrownBy(() -> refreshAfter(month, last.refreshToken()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\u0000", "\\ud800", "žluťoučký \ud83e\udd8a", "' OR 1 = 1 --"})
    void refusesUnusualTextAsAnUnknownToken(String token) {
        api.post("/api/v1/sessions/refresh", null, "{\"refresh_token\": \"" + token + "\"}").is(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "{}"})
    void refusesATokenThatIsNotText(String token) {
        api.post("/api/v1/sessions/refresh", null, "{\"refresh_token\": " + token + "}").is(400);
    }

    @Test
    void refusesUnknownOverlongAndMissingTokens() {
        api.refresh("made up").is(401);
        api.refresh("x".repeat(10_000)).refuses("refresh_token");
        api.post("/api/v1/sessions/refresh", null, Map.of()).refuses("refresh_token");
    }

    @Test
    void storesOnlyTheHashOfARefreshToken() {
        var token = api.signInNewUser().refreshToken();

        assertThat(jdbc.sql("SELECT count(*) FROM refresh_tokens WHERE hash = sha256(?::bytea)").param(token.getBytes())
                .query(Long.class).single()).isOne();
    }

    private IssuedTokens refreshAfter(Duration time, String token) {
        return new SessionLifecycle(credentials, table, redis, accessTokens, transactions,
                Clock.offset(Clock.systemUTC(), time)).refresh(token, "127.0.0.1");
    }
}
