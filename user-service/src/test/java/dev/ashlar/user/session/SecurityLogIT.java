package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.Logs;
import dev.ashlar.user.Api;
import dev.ashlar.user.Tokens;
import dev.ashlar.user.UserId;
import dev.ashlar.user.UserServiceTest;
import dev.ashlar.user.account.SignOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The log shows the life of a session, and one logger shows attacks. */
@UserServiceTest
@TestPropertySource(properties = {"TRUSTED_PROXIES=127\\\\.0\\\\.0\\\\.1", "LIMITS_FAILED_LOGINS=25"})
class SecurityLogIT {

    private static final String SECURITY = "ashlar.security";

    @RegisterExtension
    final Logs logs = new Logs();

    @Autowired
    Api api;

    @Autowired
    SignOut signOut;

    @Test
    void logsEachChangeOfASessionOnceWithRequestAndTraceId() {
        var person = api.registerUser();
        var response = api.logIn(person.email(), person.password()).is(201);
        var session = api.refresh(response.text("refresh_token")).is(200);
        api.delete("/api/v1/sessions/" + session.id("session_id"), Tokens.of(session)).is(204);

        var lines = logs.with("session_id", session.id("session_id"));
        assertThat(lines).extracting(Logs.Line::text)
                .containsExactly("Session started", "Session refreshed", "Session revoked");
        assertThat(lines.getFirst().requestId()).isEqualTo(response.header("X-Request-Id"));
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.level()).isEqualTo("INFO");
            assertThat(line.traceId()).isNotNull();
            assertThat(line.values()).containsEntry("user_id", person.id().toString());
        });
    }

    @Test
    void logsFailedAndThrottledLogInsWithoutTheEmailAddress() {
        var person = api.registerUser();
        for (var guess = 0; guess < 10; guess++) {
            api.logIn(person.email(), "a wrong guess of it").is(401);
        }
        api.logIn(person.email(), person.password()).is(429);
        api.logIn("nobody-" + person.email(), "a wrong guess of it").is(401);

        assertThat(logs.of(SECURITY)).extracting(line -> line.values().get("event")).containsSubsequence(
                "log_in_failed",
                "log_in_throttled", "log_in_failed");
        assertThat(logs.with("user_id", person.id())).hasSize(11).last()
                .satisfies(line -> assertThat(line.values()).containsEntry("event", "log_in_throttled"));
        assertThat(logs.of(SECURITY)).allSatisfy(line -> {
            assertThat(line.requestId()).isNotNull();
            assertThat(line.toString()).doesNotContain("@", "a wrong guess");
        });
    }

    @Test
    void logsTheSecondUseOfARefreshToken() {
        var session = api.signInNewUser();
        api.refresh(session.refreshToken()).is(200);
        api.refresh(session.refreshToken()).is(401);

        assertThat(logs.of(SECURITY)).extracting(line -> line.values().get("event"))
                .containsExactly("refresh_token_reused", "session_revoked");
        assertThat(logs.of(SECURITY).toString()).doesNotContain(session.refreshToken());
    }

    @Test
    void logsRefusedRefreshTokensWithTheReason() {
        var session = api.signInNewUser();
        api.delete("/api/v1/sessions", session).is(204);
        api.refresh(session.refreshToken()).is(401);
        api.refresh("made up").is(401);

        assertThat(logs.with("event", "token_refused")).extracting(line -> line.values().get("reason"))
                .containsExactly("refresh_token_of_ended_session", "refresh_token_unknown");
        assertThat(logs.with("event", "token_refused"))
                .allSatisfy(line -> assertThat(line.values()).containsKey("address"));
        assertThat(logs.with("session_id", session.sessionId())).last()
                .satisfies(line -> assertThat(line.values()).containsEntry("event", "token_refused"));
        assertThat(logs.of(SECURITY).toString()).doesNotContain(session.refreshToken(), "made up");
    }

    @Test
    void logsTheReasonWhyASessionEnds() {
        api.delete("/api/v1/sessions", api.signInNewUser()).is(204);
        api.delete("/api/v1/users/me", api.signInNewUser()).is(204);
        var person = api.registerUser();
        api.logIn(person.email(), person.password()).is(201);
        signOut.everywhere(new UserId(person.id()), SignOut.Reason.PASSWORD_SET);

        assertThat(logs.with("event", "session_revoked")).extracting(line -> line.values().get("reason"))
                .containsExactly("log_out_everywhere", "account_deleted", "password_set");
    }

    @Test
    void logsRefusedAccessTokensWithTheReason() {
        var session = api.signInNewUser();
        api.delete("/api/v1/sessions", session).is(204);
        api.me(session).is(401);
        api.me(new Tokens(session.sessionId(), session.accessToken() + "x", "")).is(401);

        assertThat(logs.with("event", "token_refused")).extracting(line -> line.values().get("reason"))
                .containsExactly("session_ended", "malformed_or_forged");
        assertThat(logs.of(SECURITY).toString()).doesNotContain(session.accessToken());
    }
}
