package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.user.Answer;
import dev.ashlar.user.Api;
import dev.ashlar.user.SignedIn;
import dev.ashlar.user.UserServiceTest;
import dev.ashlar.user.account.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    UserSessions sessions;

    @Autowired
    RefreshTokens tokens;

    @Autowired
    Grants grants;

    @Autowired
    LiveSessions live;

    @Autowired
    Credentials credentials;

    @Autowired
    TransactionTemplate transactions;

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
        Callable<Answer> use = () -> api.refresh(session.refreshToken());
        List<Answer> answers;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = callers.invokeAll(Collections.nCopies(10, use)).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).extracting(Answer::status).containsOnly(200, 401).containsOnlyOnce(200);
        var winner = SignedIn.by(answers.stream().filter(answer -> answer.status() == 200).findAny().orElseThrow());
        api.me(winner).is(401);
        api.refresh(winner.refreshToken()).is(401);
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
    void endsThirtyDaysAfterTheLogInHoweverOftenItIsUsed() {
        var month = Duration.ofDays(30);

        var last = refreshedAfter(month.minusMinutes(1), api.somebodySignedIn().refreshToken()).orElseThrow();

        assertThat(sessionRedis.getExpire("session:" + last.sessionId())).isLessThanOrEqualTo(60);
        assertThat(refreshedAfter(month, last.refreshToken())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\u0000", "\\ud800", "žluťoučký \ud83e\udd8a", "' OR 1 = 1 --"})
    void refusesWhatLooksLikeNoToken(String token) {
        api.post("/api/v1/sessions/refresh", null, "{\"refresh_token\": \"" + token + "\"}").is(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "{}"})
    void refusesWhatIsNoText(String token) {
        api.post("/api/v1/sessions/refresh", null, "{\"refresh_token\": " + token + "}").is(400);
    }

    @Test
    void refusesWhatItNeverIssued() {
        api.refresh("made up").is(401);
        api.refresh("x".repeat(10_000)).refuses("refresh_token");
        api.post("/api/v1/sessions/refresh", null, Map.of()).refuses("refresh_token");
    }

    @Test
    void isStoredAsAHashOnly() {
        var token = api.somebodySignedIn().refreshToken();

        assertThat(jdbc.sql("SELECT count(*) FROM refresh_tokens WHERE hash = sha256(?::bytea)").param(token.getBytes())
                .query(Long.class).single()).isOne();
    }

    private Optional<Grant> refreshedAfter(Duration time, String token) {
        var refresh = new Refresh(sessions, tokens, grants, live, credentials,
                Clock.offset(Clock.systemUTC(), time));
        return transactions.execute(_ -> refresh.refresh(token, "127.0.0.1"));
    }
}
