package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Response;
import dev.ashlar.systemtests.Shopper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts to enter the session of another user, or to use one that has ended (RFC 9700). */
@Hostile
class SessionAttacksIT {

    private static final String SESSIONS = "/api/v1/sessions";

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameResponse(Fixture fixture) {
        var wrong = logIn(fixture.victim().email(), "not the password of anybody").expectRefusal(401);
        var unknown = logIn("nobody-" + fixture.order() + "@example.org", "not the password of anybody")
                .expectRefusal(401);

        assertThat(words(unknown)).isEqualTo(words(wrong));
        assertThat(unknown.raw().headers().map().keySet()).isEqualTo(wrong.raw().headers().map().keySet());
    }

    private static String words(Response response) {
        return response.text("type") + response.text("title") + response.text("detail") + response.body().size();
    }

    @ParameterizedTest
    @MethodSource
    void refusesSimilarPasswords(Attack attack) {
        attack.expectRefusal(401);
    }

    static Stream<Attack> refusesSimilarPasswords(Fixture fixture) {
        var victim = fixture.attacker();
        var password = victim.password();
        return Stream.of(logIn(victim.email(), "").named("none"),
                logIn(victim.email(), password.substring(0, password.length() - 1)).named("one character less"),
                logIn(victim.email(), password + " ").named("a space more"),
                logIn(victim.email(), password.toUpperCase()).named("upper case"),
                logIn(victim.email(), fixture.victim().password()).named("somebody else's"));
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnInvalidRefreshToken(Attack attack) {
        attack.expectRefusal(401);
    }

    static Stream<Attack> refusesAnInvalidRefreshToken(Fixture fixture) {
        var token = fixture.victim().refreshToken();
        return Stream.of(refresh("garbage").named("garbage"),
                refresh(fixture.victim().session().toString()).named("a session's id"),
                refresh(token.substring(1)).named("a character less"), refresh(token + "A").named("a character more"),
                refresh(" " + token).named("a space before"), refresh("\\u0000").named("NUL"),
                refresh("*").named("a wildcard"));
    }

    @Test
    void aReusedRefreshTokenEndsTheSession() {
        var victim = Shopper.registered();
        var renewed = refresh(victim.refreshToken()).expectStatus(200);

        refresh(victim.refreshToken()).named("stolen").expectRefusal(401);

        refresh(renewed.text("refresh_token")).named("the successor").expectRefusal(401);
        Attack.get("/api/v1/users/me").bearing(renewed.text("access_token")).expectRefusal(401);
        Attack.get("/api/v1/users/me").as(victim).expectRefusal(401);
    }

    @Test
    void aLogoutInvalidatesAllTokensOfTheSession() {
        var shopper = Shopper.registered();
        Attack.of("DELETE", SESSIONS + "/" + shopper.session()).as(shopper).expectStatus(204);

        refresh(shopper.refreshToken()).named("after logout").expectRefusal(401);
        Attack.get("/api/v1/orders").as(shopper).expectRefusal(401);
        Attack.of("DELETE", SESSIONS + "/" + shopper.session()).as(shopper).expectRefusal(401);
    }

    @Test
    void aDeletedAccountHasNoSessions() {
        var shopper = Shopper.registered();
        var elsewhere = shopper.inAnotherSession();
        Attack.of("DELETE", "/api/v1/users/me").as(shopper).expectStatus(204);

        Attack.get("/api/v1/users/me").as(shopper).expectRefusal(401);
        Attack.get("/api/v1/orders").as(elsewhere).expectRefusal(401);
        refresh(elsewhere.refreshToken()).expectRefusal(401);
        logIn(shopper.email(), shopper.password()).expectRefusal(401);
    }

    @Test
    void aPasswordChangeNeedsTheCurrentPassword(Fixture fixture) {
        var change = "{\"current_password\":\"%s\",\"new_password\":\"now it is the attacker's own\"}";
        Attack.of("PUT", "/api/v1/users/me/password").as(fixture.victim())
                .json(change.formatted("a guess at the password")).expectRefusal(400);
        Attack.of("PUT", "/api/v1/users/me/password").as(fixture.victim()).json(change.formatted(""))
                .expectRefusal(400);

        logIn(fixture.victim().email(), "now it is the attacker's own").expectRefusal(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"passwordpassword", "123456789012345", "aaaaaaaaaaaaaaaa", "abababababababab",
            "fourteen chars", "TrustNo1TrustNo1"})
    void refusesAWeakPassword(String weak, Fixture fixture) {
        changePassword(fixture.victim(), weak).expectRefusal(400);
    }

    @Test
    void refusesAPasswordThatContainsTheMailAddress(Fixture fixture) {
        var localPart = fixture.victim().email().split("@")[0];
        changePassword(fixture.victim(), "my " + localPart.toUpperCase()).expectRefusal(400);
    }

    private static Attack changePassword(Shopper who, String password) {
        return Attack.of("PUT", "/api/v1/users/me/password").as(who)
                .json("{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(who.password(), password))
                .named(password);
    }

    private static Attack logIn(String email, String password) {
        return Attack.post(SESSIONS, "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private static Attack refresh(String token) {
        return Attack.post(SESSIONS + "/refresh", "{\"refresh_token\":\"%s\"}".formatted(token));
    }
}
