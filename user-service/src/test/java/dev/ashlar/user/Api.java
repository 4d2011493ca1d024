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

/** The service as its callers see it. */
@TestComponent
public class Api {

    public static final String PASSWORD = "nine purple tractors";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;

    Api(Environment environment) {
        this.environment = environment;
    }

    public Person somebody() {
        var email = "someone-" + UUID.randomUUID() + "@example.org";
        var answer = register(email, "Some One", PASSWORD).is(201);
        return new Person(answer.id("id"), email, PASSWORD);
    }

    public SignedIn somebodySignedIn() {
        return signIn(somebody());
    }

    public SignedIn signIn(Person person) {
        return SignedIn.by(logIn(person.email(), person.password()).is(201));
    }

    public Answer register(String email, String name, String password) {
        return post("/api/v1/users", null, Map.of("email", email, "name", name, "password", password));
    }

    public Answer logIn(String email, String password) {
        return post("/api/v1/sessions", null, Map.of("email", email, "password", password));
    }

    public Answer refresh(String refreshToken) {
        return post("/api/v1/sessions/refresh", null, Map.of("refresh_token", refreshToken));
    }

    public Answer me(SignedIn caller) {
        return get("/api/v1/users/me", caller);
    }

    public Answer get(String path, @Nullable SignedIn caller, String... headers) {
        return send("GET", path, caller, null, headers);
    }

    public Answer delete(String path, SignedIn caller) {
        return send("DELETE", path, caller, null);
    }

    public Answer post(String path, @Nullable SignedIn caller, Object body, String... headers) {
        return send("POST", path, caller, body, headers);
    }

    public Answer send(String method, String path, @Nullable SignedIn caller, @Nullable Object body,
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

    private Answer send(HttpRequest request) {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString()));
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
