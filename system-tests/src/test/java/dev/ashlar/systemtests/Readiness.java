package dev.ashlar.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service says of itself on its own port, at {@code /health/ready}. */
record Readiness(int status, JsonNode report) {

    static Readiness of(int port) {
        var request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + (port + Ashlar.PORT_OFFSET) + "/health/ready")).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            return new Readiness(answer.statusCode(), JsonMapper.builder().build().readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
