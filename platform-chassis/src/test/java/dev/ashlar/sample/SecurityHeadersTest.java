package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.RawResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Headers of every response, also of those that the container or a filter writes. */
@WithoutStores
class SecurityHeadersTest {

    @LocalServerPort
    int port;

    @Value("${local.management.port}")
    int managementPort;

    @ParameterizedTest
    @ValueSource(strings = {"GET /health", "GET /health/ready", "GET /api/v1/samples", "GET /api/v1/samples?limit=0",
            "GET /nowhere", "GET /api/v1//samples", "GET /api/v1/samples;a", "PUT /api/v1/samples", "GET /error",
            "TRACE /health", "GET /%zz", "OPTIONS /api/v1/samples", "POST /api/v1/samples",
            "DELETE /api/v1/samples/0198e0a4-0000-7000-8000-00000000000a"})
    void protectsEveryResponse(String start) {
        protects(new RawHttp(port).send(start));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /health/detailed", "GET /actuator/prometheus", "GET /actuator/env", "GET /nowhere",
            "GET /a//b", "POST /health/detailed", "TRACE /"})
    void protectsTheManagementPort(String start) {
        protects(new RawHttp(managementPort).send(start));
    }

    @Test
    void protectsTheResponseToALargeRequest() {
        protects(new RawHttp(port).send("POST /api/v1/samples", List.of(), new byte[70_000]));
        protects(new RawHttp(port).send("GET /health", "X-Padding: " + "a".repeat(17_000)));
    }

    @Test
    void repeatsTheRequestId() {
        for (var at : List.of(port, managementPort)) {
            assertThat(new RawHttp(at).send("GET /nowhere", "X-Request-Id: Aa0._-").header("X-Request-Id"))
                    .containsExactly("Aa0._-");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "<script>", "\u00e9", "a\tb", "a,b",
            "12345678901234567890123456789012345678901234567890123456789012345", "a\r\nX-Request-Id: b",
            "a\r\nX-Request-Id: a"})
    void replacesAMalformedRequestId(String id) {
        var made = new RawHttp(port).send("GET /health", "X-Request-Id: " + id).header("X-Request-Id");

        assertThat(made).singleElement().asString().matches("[0-9a-f-]{36}");
    }

    @Test
    void refusesTwoHostHeaders() {
        var response = new RawHttp(port).send("GET /health", "Host: evil.example");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_service", "order_service:8080", "-a", "a..b", "a-.b.", "a%20b", "a!$&'()*+,;=~b",
            "127.0.0.1:8080", "[::1]:8080", "xn--bcher-kva.example:1"})
    void acceptsAHostOfRfc3986(String host) {
        assertThat(new RawHttp(port).exactly("GET /health", List.of("Host: " + host), new byte[0]).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "<script>", "a:b:c", "[", "\u00e9", "a%2", "a%zz", "a@b", "a?b",
            "a#b", "a\\b", "[::1]a", "a_b:x", "a_b:-1", "a|b", "a\"b"})
    void refusesAMalformedHost(String host) {
        assertThat(new RawHttp(port).exactly("GET /health", List.of("Host: " + host), new byte[0]).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "Authorization", "Content-Type", "If-None-Match", "Origin", "User-Agent",
            "X-Forwarded-For", "X-Unread"})
    void respondsToAControlCharacterInAHeaderWith4xx(String name) {
        var response = new RawHttp(port).send("POST /api/v1/samples", List.of(name + ": a\u0001b"), "{}".getBytes());

        assertThat(response.status()).as("%s", response).isEqualTo(400);
        protects(response);
    }

    private static void protects(RawResponse response) {
        assertThat(response.header("X-Content-Type-Options")).as("%s", response).containsExactly("nosniff");
        assertThat(response.header("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.header("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(response.header("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(response.header("Cache-Control")).singleElement().asString().contains("no-store");
        assertThat(response.header("X-Request-Id")).singleElement().asString().matches("[0-9a-f-]{36}");
        assertThat(response.header("Server")).isEmpty();
        assertThat(response.header("X-Powered-By")).isEmpty();
        assertThat(response.header("Strict-Transport-Security")).isEmpty();
    }
}
