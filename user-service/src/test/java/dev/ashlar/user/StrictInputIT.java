package dev.ashlar.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The service refuses unknown fields and ids of other forms, and hides other users' accounts and sessions. */
@UserServiceTest
class StrictInputIT {

    @Autowired
    Api api;

    @ParameterizedTest
    @ValueSource(strings = {"id", "role", "roles", "admin", "is_admin", "created_at", "avatar_url", "version",
            "password_hash", "Email", "user_id"})
    void refusesOtherFieldsInARegistration(String field) {
        var body = new HashMap<String, Object>(
                Map.of("email", "mass@example.org", "name", "Mass", "password", Api.PASSWORD));
        body.put(field, "x");

        api.post("/api/v1/users", null, body).refuses(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "email", "roles", "admin", "password", "avatar_url", "created_at"})
    void refusesOtherFieldsInAProfileChange(String field) {
        api.send("PATCH", "/api/v1/users/me", api.signInNewUser(), Map.of("name", "New", field, "x"))
                .refuses(field);
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/v1/sessions, roles", "POST, /api/v1/sessions/refresh, session_id",
            "PUT, /api/v1/users/me/password, user_id"})
    void refusesUnknownFields(String method, String path, String field) {
        api.send(method, path, path.contains("/me/") ? api.signInNewUser() : null, Map.of(field, "x"))
                .refuses(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "ME", "1-1-1-1-1", "0198e0a400007000800000000000000a"})
    void refusesIdsThatAreNotCanonicalUuids(String id) {
        var caller = api.signInNewUser();

        api.get("/api/v1/users/" + id, caller).refuses("id");
        api.delete("/api/v1/sessions/" + id, caller).refuses("id");
    }

    @Test
    void neitherShowsNorEndsWhatBelongsToAnotherUser() {
        var other = api.signInNewUser();
        var caller = api.signInNewUser();

        api.get("/api/v1/users/" + api.me(other).text("id"), caller).is(404);
        api.delete("/api/v1/sessions/" + other.sessionId(), caller).is(404);
        api.me(other).is(200);
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        var cursor = Base64.getUrlEncoder().withoutPadding()
                .encodeToString("orders\u001f0198e0a4-0000-7000-8000-00000000000a".getBytes(UTF_8));

        api.get("/api/v1/sessions?cursor=" + cursor, api.signInNewUser()).refuses("cursor");
    }

    @Test
    void returns304ForIfNoneMatchAny() {
        assertThat(api.get("/api/v1/users/me", api.signInNewUser(), "If-None-Match", "*").status()).isEqualTo(304);
    }

    @Test
    void allowsHeadForThePublicKeysWithoutAToken() {
        var response = api.send("HEAD", "/.well-known/jwks.json", null, null).is(200);

        assertThat(response.header("Content-Type")).isEqualTo("application/json");
    }
}
