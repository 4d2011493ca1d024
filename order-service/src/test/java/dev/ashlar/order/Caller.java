package dev.ashlar.order;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An HTTP client with a token of one user, or without a token. */
public final class Caller {

    private final int port;
    private final @Nullable String token;
    private final UUID id;
    private final ServiceClient http;

    private Caller(int port, UUID id, @Nullable String token) {
        this.port = port;
        this.token = token;
        this.id = id;
        var client = ServiceClient.of(port);
        http = token == null ? client : client.signedInWith(token);
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

    public ServiceResponse order(String body) {
        return orderWith(UUID.randomUUID().toString(), body);
    }

    public ServiceResponse orderWith(@Nullable String key, String body) {
        return key == null
                ? http.post("/api/v1/orders", body)
                : http.post("/api/v1/orders", body, "Idempotency-Key", key);
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

    public ServiceResponse cancel(UUID order) {
        return http.send("POST", "/api/v1/orders/" + order + "/cancel");
    }

    public ServiceResponse cancel(UUID order, String body) {
        return http.post("/api/v1/orders/" + order + "/cancel", body);
    }

    public ServiceResponse read(UUID order) {
        return get("/api/v1/orders/" + order);
    }

    public ServiceResponse readUnless(String etag, UUID order) {
        return http.get("/api/v1/orders/" + order, "If-None-Match", etag);
    }

    public ServiceResponse get(String path) {
        return http.get(path);
    }
}
