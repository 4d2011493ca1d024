package dev.ashlar.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.gateway.FakeServices;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class AccessIT {

    /** RS256, at+jwt, {@code exp} in 1970, signed with a deleted key. */
    private static final String EXPIRED = "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6Im9sZCJ9"
            + ".eyJzdWIiOiJ4IiwiZXhwIjoxfQ.AAAA";

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @ParameterizedTest
    @CsvSource({"POST, /api/v1/users", "POST, /api/v1/sessions", "POST, /api/v1/sessions/refresh",
            "GET, /.well-known/jwks.json", "GET, /api/v1/products", "HEAD, /api/v1/products", "GET, /api/v1/products/1",
            "GET, /openapi.json", "GET, /swagger-ui/", "GET, /health", "GET, /health/ready"})
    void needsNoSessionOnPublicPaths(String method, String path) {
        assertThat(anonymous().send(method, path, BodyPublishers.noBody()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/users/me", "GET, /api/v1/sessions", "POST, /api/v1/products",
            "GET, /api/v1/products/1/stock", "GET, /api/v1/orders", "GET, /api/v1/emails",
            "GET, /api/v1/analytics/summary", "GET, /health/detailed", "GET, /actuator/prometheus", "GET, /error",
            "GET, /unknown"})
    void needsASessionOnAllOtherPaths(String method, String path) {
        var response = anonymous().send(method, path, BodyPublishers.noBody());

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void callsNoServiceWithoutASession() {
        anonymous().get("/api/v1/orders/without-session");

        assertThat(services.named("order").requestsFor("/api/v1/orders/without-session")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/unknown", "/api/v1/unknown", "/api/v1", "/actuator/prometheus", "/webjars/swagger-ui/index.html"})
    void respondsWith404AtAnUnknownPath(String path) {
        var response = shopper(UUID.randomUUID()).get(path);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).contains("\"request_id\":", "\"type\":");
    }

    @Test
    void rejectsTheTokenOfAnEndedSession() {
        var token = TestTokens.shopper(UUID.randomUUID());
        assertThat(anonymous().signedInWith(token).get("/api/v1/orders").status()).isEqualTo(200);

        TestTokens.logOut(token);

        var response = anonymous().signedInWith(token).get("/api/v1/orders");
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer garbage", "Bearer", "Basic YWRhOmxvdmVsYWNl", EXPIRED})
    void ignoresTokensOnSignInPaths(String authorization) {
        var caller = anonymous().with("Authorization", authorization);

        assertThat(caller.post("/api/v1/sessions/refresh", "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer garbage", EXPIRED})
    void rejectsAnInvalidTokenOnPublicPaths(String authorization) {
        TestTokens.shopper(UUID.randomUUID()); // publishes the signing keys, without which the response is 503

        assertThat(anonymous().with("Authorization", authorization).get("/api/v1/products").status())
                .isEqualTo(401);
    }

    @Test
    void allowsPagesOfConfiguredOrigins() {
        var response = anonymous().with("Origin", "https://shop.example")
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,idempotency-key")
                .send("OPTIONS", "/api/v1/orders", BodyPublishers.noBody());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example");
    }

    @Test
    void rejectsPagesOfOtherOrigins() {
        var response = new RawHttp(port).send("GET /api/v1/products", "Origin: https://evil.example").isProblem(403);

        assertThat(response.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private ServiceClient shopper(UUID id) {
        return anonymous().signedInWith(TestTokens.shopper(id));
    }

    private ServiceClient anonymous() {
        return ServiceClient.of(port);
    }
}
