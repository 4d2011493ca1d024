package dev.ashlar.localstack.demo;

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

import dev.ashlar.localstack.home.Json;
import dev.ashlar.process.StackFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The platform as a client sees it, through the gateway. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Api(String gateway) {
        base = gateway + "/api/v1";
    }

    ApiAnswer get(String path, String token) throws InterruptedException {
        return send(path, request(path, token).GET());
    }

    ApiAnswer delete(String path, String token) throws InterruptedException {
        return send(path, request(path, token).DELETE());
    }

    ApiAnswer post(String path, String token, Map<String, ?> body) throws InterruptedException {
        return send(path, json(request(path, token), body));
    }

    ApiAnswer postOnce(String path, String token, String idempotencyKey, Map<String, ?> body)
            throws InterruptedException {
        return send(path, json(request(path, token), body).header("Idempotency-Key", idempotencyKey));
    }

    /** @param token empty for an anonymous request */
    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, Map<String, ?> body) {
        return request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)));
    }

    private ApiAnswer send(String path, HttpRequest.Builder builder) throws InterruptedException {
        var request = builder.build();
        var name = request.method() + " " + path;
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new ApiAnswer(name, response.statusCode(), parse(name, response));
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
