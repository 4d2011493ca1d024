package dev.ashlar.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.TestTokens;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;

/** An HTTP client with or without a token. */
final class Caller {

    private final RestClient http;

    private Caller(int port, @Nullable String token) {
        http = RestClient.builder().baseUrl("http://127.0.0.1:" + port).defaultHeaders(headers -> {
            if (token != null) {
                headers.setBearerAuth(token);
            }
        }).build();
    }

    static Caller anonymous(int port) {
        return new Caller(port, null);
    }

    static Caller shopper(int port) {
        return new Caller(port, TestTokens.shopper(UuidCreator.getTimeOrderedEpoch()));
    }

    static Caller admin(int port) {
        return new Caller(port, TestTokens.admin(UuidCreator.getTimeOrderedEpoch()));
    }

    Reply mailsAbout(UUID order) {
        return get("/api/v1/emails?order_id=" + order);
    }

    Reply get(String path) {
        return Objects.requireNonNull(http.get().uri(path).exchange((_, response) -> new Reply(
                response.getStatusCode().value(), new String(response.getBody().readAllBytes(), UTF_8))));
    }
}
