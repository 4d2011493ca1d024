package dev.ashlar.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.Caller;
import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.gateway.Services;
import dev.ashlar.testing.RawHttp;
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

    /** RS256, at+jwt, {@code exp} in 1970, signed by a key that is no more. */
    private static final String EXPIRED = "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6Im9sZCJ9"
            + ".eyJzdWIiOiJ4IiwiZXhwIjoxfQ.AAAA";

    @LocalServerPort
    int port;

    @Autowired
    Services services;

    @ParameterizedTest
    @CsvSource({"POST, /api/v1/users", "POST, /api/v1/sessions", "POST, /api/v1/sessions/refresh",
            "GET, /.well-known/jwks.json", "GET, /api/v1/products", "HEAD, /api/v1/products", "GET, /api/v1/products/1",
            "GET, /openapi.json", "GET, /swagger-ui/", "GET, /health", "GET, /health/ready"})
    void isOpenToAnybody(String method, String path) {
        assertThat(anonymous().send(method, path, BodyPublishers.noBody()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/users/me", "GET, /api/v1/sessions", "POST, /api/v1/products",
            "GET, /api/v1/products/1/stock", "GET, /api/v1/orders", "GET, /api/v1/emails",
            "GET, /api/v1/analytics/summary", "GET, /health/detailed", "GET, /actuator/prometheus", "GET, /error",
            "GET, /unknown"})
    void isClosedToStrangers(String method, String path) {
        var answer = anonymous().send(method, path, BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void asksNoServiceOnBehalfOfAStranger() {
        anonymous().get("/api/v1/orders/of-a-stranger");

        assertThat(services.named("order").requestsFor("/api/v1/orders/of-a-stranger")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/unknown", "/api/v1/unknown", "/api/v1", "/actuator/prometheus", "/webjars/swagger-ui/index.html"})
    void hasNothingAtAnUnknownPath(String path) {
        var answer = shopper(UUID.randomUUID()).get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"request_id\":", "\"type\":");
    }

    @Test
    void refusesTheTokenOfASessionThatHasEnded() {
        var token = TestTokens.shopper(UUID.randomUUID());
        assertThat(anonymous().signedInWith(token).get("/api/v1/orders").statusCode()).isEqualTo(200);

        TestTokens.logOut(token);

        var answer = anonymous().signedInWith(token).get("/api/v1/orders");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer garbage", "Bearer", "Basic YWRhOmxvdmVsYWNl", EXPIRED})
    void looksAtNoTokenWhereANewOneIsGiven(String authorization) {
        var caller = anonymous().with("Authorization", authorization);

        assertThat(caller.post("/api/v1/sessions/refresh", "{}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer garbage", EXPIRED})
    void refusesABadTokenEvenWhereNoneIsNeeded(String authorization) {
        assertThat(anonymous().with("Authorization", authorization).get("/api/v1/products").statusCode())
                .isEqualTo(401);
    }

    @Test
    void letsPagesOfTheNamedOriginsCallWithTheirToken() {
        var answer = anonymous().with("Origin", "https://shop.example")
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,idempotency-key")
                .send("OPTIONS", "/api/v1/orders", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example");
    }

    @Test
    void refusesPagesOfOtherOrigins() {
        var answer = new RawHttp(port).send("GET /api/v1/products", "Origin: https://evil.example").isProblem(403);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private Caller shopper(UUID id) {
        return anonymous().signedInWith(TestTokens.shopper(id));
    }

    private Caller anonymous() {
        return Caller.of(port);
    }
}
