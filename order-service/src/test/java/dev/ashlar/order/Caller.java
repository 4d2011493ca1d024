package dev.ashlar.order;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** An HTTP client with a token of one user, or without a token. */
public final class Caller {

    private final int port;
    private final @Nullable String token;
    private final UUID id;
    private final RestClient http;

    private Caller(int port, UUID id, @Nullable String token) {
        this.port = port;
        this.token = token;
        this.id = id;
        http = RestClient.builder().baseUrl("http://127.0.0.1:" + port).defaultHeaders(headers -> {
            if (token != null) {
                headers.setBearerAuth(token);
            }
        }).build();
    }

    public static Caller shopper(int port) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return new Caller(port, id, TestTokens.shopper(id));
    }

    public static Caller admin(int port) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return new Caller(port, id, TestTokens.admin(id));
    }

    public static Caller anonymous(int port) {
        return new Caller(port, UuidCreator.getTimeOrderedEpoch(), null);
    }

    /** The body of an order for two of each product. */
    public static String twoOfEach(UUID... products) {
        return Arrays.stream(products).map(product -> "{\"product_id\":\"%s\",\"quantity\":2}".formatted(product))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    public UUID id() {
        return id;
    }

    public Response order(String body) {
        return orderWith(UUID.randomUUID().toString(), body);
    }

    public Response orderWith(@Nullable String key, String body) {
        var request = http.post().uri("/api/v1/orders").contentType(MediaType.APPLICATION_JSON).body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return exchange(request);
    }

    /** Sends an order and closes the connection without reading the response. */
    public void orderAndHangUp(String key, String body) {
        var request = "POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Response cancel(UUID order) {
        return exchange(http.post().uri("/api/v1/orders/{id}/cancel", order));
    }

    public Response cancel(UUID order, String body) {
        return exchange(http.post().uri("/api/v1/orders/{id}/cancel", order).contentType(MediaType.APPLICATION_JSON)
                .body(body));
    }

    public Response read(UUID order) {
        return get("/api/v1/orders/" + order);
    }

    public Response readUnless(String etag, UUID order) {
        return exchange(http.get().uri("/api/v1/orders/{id}", order).header("If-None-Match", etag));
    }

    public Response get(String path) {
        return exchange(http.method(HttpMethod.GET).uri(path));
    }

    private static Response exchange(RestClient.RequestHeadersSpec<?> request) {
        return Objects.requireNonNull(request.exchange((_, response) -> Response.read(response)));
    }
}
