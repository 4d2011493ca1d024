package dev.ashlar.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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

    private final HttpClient http = HttpClient.newHttpClient();
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

    public ApiResponse register(String email, String name, String password) {
        return post("/api/v1/users", null, Map.of("email", email, "name", name, "password", password));
    }

    public ApiResponse logIn(String email, String password) {
        return post("/api/v1/sessions", null, Map.of("email", email, "password", password));
    }

    public ApiResponse refresh(String refreshToken) {
        return post("/api/v1/sessions/refresh", null, Map.of("refresh_token", refreshToken));
    }

    public ApiResponse me(Tokens caller) {
        return get("/api/v1/users/me", caller);
    }

    public ApiResponse get(String path, @Nullable Tokens caller, String... headers) {
        return send("GET", path, caller, null, headers);
    }

    public ApiResponse delete(String path, Tokens caller) {
        return send("DELETE", path, caller, null);
    }

    public ApiResponse post(String path, @Nullable Tokens caller, Object body, String... headers) {
        return send("POST", path, caller, body, headers);
    }

    public ApiResponse send(String method, String path, @Nullable Tokens caller, @Nullable Object body,
            String... headers) {
        var json = body instanceof String text ? text : JsonMapper.shared().writeValueAsString(body);
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        var request = HttpRequest.newBuilder(uri(path)).method(method, publisher).header("Content-Type",
                "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (caller != null) {
            request.header("Authorization", "Bearer " + caller.accessToken());
        }
        return send(request.build());
    }

    private ApiResponse send(HttpRequest request) {
        try {
            return ApiResponse.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }
}
