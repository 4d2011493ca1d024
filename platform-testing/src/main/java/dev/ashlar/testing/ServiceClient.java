package dev.ashlar.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The HTTP client of the services' integration tests. A response of the public API that {@code openapi.yaml} does not describe
 * fails the test ({@link OpenApiResponses}). A stub server behind the gateway marks its responses with {@link #STUB}; they are not
 * checked. Immutable and thread-safe.
 *
 * @param base precedes the path of each request
 * @param headers of each request: name, value, name, value …
 */
public record ServiceClient(int port, String base, List<String> headers) {

    /** The header of responses that come from a stub, not from a service. */
    public static final String STUB = "X-Stub";

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A client that does not authenticate. */
    public static ServiceClient of(int port) {
        return new ServiceClient(port, "", List.of());
    }

    /** A client with the token of a new shopper. */
    public static ServiceClient shopper(int port) {
        return of(port).signedInWith(TestTokens.shopper(UUID.randomUUID()));
    }

    /** A client with the token of a new administrator. */
    public static ServiceClient admin(int port) {
        return of(port).signedInWith(TestTokens.admin(UUID.randomUUID()));
    }

    public ServiceClient signedInWith(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public ServiceClient with(String header, String value) {
        return new ServiceClient(port, base, Stream.concat(headers.stream(), Stream.of(header, value)).toList());
    }

    public ServiceClient below(String path) {
        return new ServiceClient(port, base + path, headers);
    }

    public ServiceResponse get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public ServiceResponse post(String path, String json, String... headers) {
        return sendJson("POST", path, json, headers);
    }

    public ServiceResponse patch(String path, String json, String... headers) {
        return sendJson("PATCH", path, json, headers);
    }

    public ServiceResponse sendJson(String method, String path, String json, String... headers) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(json), headers);
    }

    public ServiceResponse send(String method, String path, String... headers) {
        return send(method, path, BodyPublishers.noBody(), headers);
    }

    /**
     * @param headers of this request only: name, value, name, value …
     * @throws UncheckedIOException if the connection ends before the response does
     */
    public ServiceResponse send(String method, String path, BodyPublisher body, String... headers) {
        var request = request(path).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = send(request.build(), BodyHandlers.ofString());
        if (response.headers().firstValue(STUB).isEmpty()) {
            OpenApiResponses.assertDescribed(method, base + path, response.statusCode(), response.headers().map(),
                    response.body());
        }
        return new ServiceResponse(response.statusCode(), response.headers(), response.body());
    }

    /** Returns the body while it arrives; closing it closes the connection. The response is not checked. */
    public InputStream open(String path) {
        return send(request(path).build(), BodyHandlers.ofInputStream()).body();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + base + path));
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
