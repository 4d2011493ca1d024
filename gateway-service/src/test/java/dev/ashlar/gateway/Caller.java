package dev.ashlar.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** An HTTP client of the gateway. */
public record Caller(int port, HttpRequest.Builder request) {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static Caller of(int port) {
        return new Caller(port, HttpRequest.newBuilder());
    }

    public Caller signedInWith(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Caller with(String header, String value) {
        return new Caller(port, request.copy().header(header, value));
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public HttpResponse<String> post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofString(json));
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body) {
        try {
            return HTTP.send(to(path).method(method, body).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IncompleteResponse(e);
        }
    }

    /** The body as a stream. Closing it closes the connection. */
    public InputStream open(String path) throws IOException, InterruptedException {
        return HTTP.send(to(path).build(), BodyHandlers.ofInputStream()).body();
    }

    private HttpRequest.Builder to(String path) {
        return request.copy().uri(URI.create("http://127.0.0.1:" + port + path));
    }

    /** The connection was closed before the response was complete. */
    public static final class IncompleteResponse extends RuntimeException {

        private IncompleteResponse(Exception cause) {
            super(cause);
        }
    }
}
