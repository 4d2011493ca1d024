package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.user.Api;
import dev.ashlar.user.UserServiceTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@UserServiceTest
class RegistrationIT {

    @Autowired
    Api api;

    @Test
    void returnsTheAccountAndItsLocation() {
        var response = api.register("Ada.Lovelace@example.org", "Ada", Api.PASSWORD).is(201);

        assertThat(response.header("Location")).isEqualTo("/api/v1/users/" + response.text("id"));
        assertThat(response.header("ETag")).isEqualTo("\"1\"");
        assertThat(response.json().propertyNames()).containsExactly("id", "email", "name", "avatar_url", "roles",
                "created_at");
        assertThat(response.text("email")).isEqualTo("Ada.Lovelace@example.org");
        assertThat(response.json().path("avatar_url").isNull()).isTrue();
        assertThat(response.json().path("roles")).hasToString("[\"user\"]");
        assertThat(response.id("id").version()).isEqualTo(7);
    }

    @Test
    void refusesATakenEmailAddressInAnyCase() {
        var taken = api.registerUser().email();

        api.register(taken.toUpperCase(Locale.ROOT), "Another", Api.PASSWORD).is(409);
    }

    @Test
    void acceptsOneOfManyConcurrentRegistrationsOfAnAddress() throws InterruptedException {
        Callable<Integer> registration = () -> api.register("contended@example.org", "Any", Api.PASSWORD).status();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(callers.invokeAll(Collections.nCopies(8, registration))).map(Future::resultNow)
                    .containsOnly(201, 409).containsOnlyOnce(201);
        }
    }

    @Test
    void refusesAMalformedEmailAddress() {
        api.register("nobody", "No One", Api.PASSWORD).refuses("email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"too short", "passwordpassword", "ababababababababab", "hello newcomer, hi"})
    void refusesWeakPasswords(String password) {
        api.register("newcomer@example.org", "New Comer", password).refuses("password");
    }

    @ParameterizedTest
    @CsvSource({"email, \\ud800@example.org", "email, a\\u0000@example.org", "name, A\\ud800da", "name, A\\u0000da",
            "password, nine purple \\udc00tractors"})
    void refusesCharactersThatPostgresqlCannotStore(String field, String value) {
        var fields = new HashMap<>(
                Map.of("email", "unstorable@example.org", "name", "Ada", "password", Api.PASSWORD));
        fields.put(field, value);

        // Without a JSON library, because it would replace invalid characters.
        api.post("/api/v1/users", null,
                "{\"email\": \"%s\", \"name\": \"%s\", \"password\": \"%s\"}".formatted(fields.get("email"),
                        fields.get("name"), fields.get("password")))
                .refuses(field);
    }

    @Test
    void refusesUnknownFields() {
        api.post("/api/v1/users", null,
                Map.of("email", "x@example.org", "name", "X", "password", Api.PASSWORD, "roles", "admin"))
                .refuses("roles");
    }

    @Test
    void ignoresAnInvalidAccessToken() {
        api.post("/api/v1/users", null,
                Map.of("email", "stale@example.org", "name", "Stale", "password", Api.PASSWORD), "Authorization",
                "Bearer expired").is(201);
    }
}
