package dev.ashlar.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.TestTokens;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** An HTTP client with or without a token. */
public final class Caller {

    private final RestClient http;

    private Caller(int port, @Nullable String token) {
        http = RestClient.builder().baseUrl("http://127.0.0.1:" + port).defaultHeaders(headers -> {
            if (token != null) {
                headers.setBearerAuth(token);
            }
        }).build();
    }

    public static Caller anonymous(int port) {
        return new Caller(port, null);
    }

    public static Caller shopper(int port) {
        return new Caller(port, TestTokens.shopper(UuidCreator.getTimeOrderedEpoch()));
    }

    public static Caller admin(int port) {
        return new Caller(port, TestTokens.admin(UuidCreator.getTimeOrderedEpoch()));
    }

    public JsonNode read(String path) {
        return get(path).json();
    }

    public Reply get(String path) {
        return Objects.requireNonNull(http.get().uri("/api/v1/analytics" + path).exchange((_, response) -> new Reply(
                response.getStatusCode().value(), new String(response.getBody().readAllBytes(), UTF_8))));
    }
}
