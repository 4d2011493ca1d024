package dev.ashlar.localstack.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import dev.ashlar.localstack.home.Json;
import dev.ashlar.localstack.supervisor.StatusReport;
import dev.ashlar.process.StackFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Calls the platform as a client does, through the gateway. */
final class GatewayClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Duration LONGEST_HOPE = Duration.ofSeconds(30);
    private static final int PAUSE_MILLIS = 5;

    private final String base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    GatewayClient(StatusReport status) {
        base = status.addresses().get("gateway") + "/api/v1";
    }

    record Answer(String request, int status, JsonNode body) {

        /** @throws StackFailure if the status differs; the message contains the detail of the problem document */
        JsonNode expect(int expected) {
            if (status != expected) {
                throw new StackFailure("%s was answered with %d instead of %d: %s".formatted(request, status, expected,
                        body.path("detail").asString(body.path("title").asString("no explanation"))));
            }
            return body;
        }
    }

    interface Question<T> {

        /** @return empty if the condition does not hold yet */
        Optional<T> ask() throws InterruptedException;
    }

    /** @throws StackFailure if the condition does not hold within 30 s */
    static <T> T until(String hope, Question<T> question) throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST_HOPE.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = question.ask();
            if (answer.isPresent()) {
                return answer.get();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new StackFailure("%s, but not within %d s".formatted(hope, LONGEST_HOPE.toSeconds()));
    }

    JsonNode logIn(String email, String password) throws InterruptedException {
        return post("/sessions", "", Map.of("email", email, "password", password)).expect(201);
    }

    Answer get(String path, String token) throws InterruptedException {
        return send(path, request(path, token).GET());
    }

    Answer delete(String path, String token) throws InterruptedException {
        return send(path, request(path, token).DELETE());
    }

    Answer post(String path, String token, Map<String, ?> body) throws InterruptedException {
        return send(path, json(request(path, token), body));
    }

    Answer postOnce(String path, String token, String idempotencyKey, Map<String, ?> body)
            throws InterruptedException {
        return send(path, json(request(path, token), body).header("Idempotency-Key", idempotencyKey));
    }

    /** @param token empty for an anonymous request */
    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** The detailed health of an instance on 127.0.0.1; missing if the instance does not answer. */
    JsonNode health(int port, String token) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/detailed"))
                .timeout(TIMEOUT).header("Authorization", "Bearer " + token);
        try {
            return send("/health/detailed", request).body();
        } catch (StackFailure _) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, Map<String, ?> body) {
        return request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)));
    }

    private Answer send(String path, HttpRequest.Builder builder) throws InterruptedException {
        var request = builder.build();
        var name = request.method() + " " + path;
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(name, response.statusCode(), parse(name, response));
        } catch (ConnectException e) {
            throw new StackFailure("nothing listens at %s; ./ashlar up starts the platform".formatted(base), e);
        } catch (IOException e) {
            throw new StackFailure(name + " got no answer: " + e, e);
        }
    }

    private static JsonNode parse(String name, HttpResponse<String> response) {
        try {
            return response.body().isBlank()
                    ? JsonNodeFactory.instance.objectNode()
                    : Json.MAPPER.readTree(response.body());
        } catch (JacksonException e) {
            throw new StackFailure("%s was answered with %d and no JSON".formatted(name, response.statusCode()), e);
        }
    }
}
