package dev.ashlar.user;

import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.ServiceResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to the service. */
@TestComponent
public class Api {

    public static final String PASSWORD = "nine purple tractors";

    private final Environment environment;

    Api(Environment environment) {
        this.environment = environment;
    }

    public Person registerUser() {
        var email = "someone-" + UUID.randomUUID() + "@example.org";
        var response = register(email, "Some One", PASSWORD).is(201);
        return new Person(response.id("id"), email, PASSWORD);
    }

    public Tokens signInNewUser() {
        return signIn(registerUser());
    }

    public Tokens signIn(Person person) {
        return Tokens.of(logIn(person.email(), person.password()).is(201));
    }

    public ServiceResponse register(String email, String name, String password) {
        return post("/api/v1/users", null, Map.of("email", email, "name", name, "password", password));
    }

    public ServiceResponse logIn(String email, String password) {
        return post("/api/v1/sessions", null, Map.of("email", email, "password", password));
    }

    public ServiceResponse refresh(String refreshToken) {
        return post("/api/v1/sessions/refresh", null, Map.of("refresh_token", refreshToken));
    }

    public ServiceResponse me(Tokens caller) {
        return get("/api/v1/users/me", caller);
    }

    public ServiceResponse get(String path, @Nullable Tokens caller, String... headers) {
        return send("GET", path, caller, null, headers);
    }

    public ServiceResponse delete(String path, Tokens caller) {
        return send("DELETE", path, caller, null);
    }

    public ServiceResponse post(String path, @Nullable Tokens caller, Object body, String... headers) {
        return send("POST", path, caller, body, headers);
    }

    public ServiceResponse send(String method, String path, @Nullable Tokens caller, @Nullable Object body,
            String... headers) {
        var json = body instanceof String text ? text : JsonMapper.shared().writeValueAsString(body);
        var client = ServiceClient.of(environment.getRequiredProperty("local.server.port", Integer.class));
        var authenticated = caller == null ? client : client.signedInWith(caller.accessToken());
        return body == null
                ? authenticated.send(method, path, headers)
                : authenticated.sendJson(method, path, json, headers);
    }
}
