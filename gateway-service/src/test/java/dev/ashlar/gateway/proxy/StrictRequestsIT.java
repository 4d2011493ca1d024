package dev.ashlar.gateway.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.FakeServices;
import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.RawResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no service receives, and headers that each response has. */
@GatewayTest
class StrictRequestsIT {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products/../emails", "/api/v1/products/%2e%2e/emails",
            "/api/v1/products/..;/emails",
            "/api/v1/products;/emails", "/api/v1/products/%2femails", "/api/v1//emails",
            "/api/v1/products%2f..%2femails",
            "/api/v1/products/%5c..%5cemails", "/api/v1/products/%00", "/api/v1/products/%zz",
            "/api/v1/products/1/stock;.css", "/swagger-ui/..;/api/v1/emails", "/health/..%2fapi/v1/emails"})
    void rejectsAmbiguousPaths(String path) {
        var before = services.named("email").requestsFor("/api/v1/emails").size();

        protects(new RawHttp(port).send("GET " + path).isProblem(400));

        assertThat(services.named("email").requestsFor("/api/v1/emails")).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products/", "/API/v1/products", "/api/v1/products/1/", "/api/v1/Products",
            "/swagger-ui/a/b", "/openapi.json/", "/openapi", "/error", "/error?a=1"})
    void needsASessionOnPathsSimilarToPublicPaths(String path) {
        protects(new RawHttp(port).send("GET " + path).isProblem(401));
    }

    @Test
    void addsSecurityHeadersToAResponseOfAService() {
        protects(new RawHttp(port).send("GET /api/v1/products"));
    }

    @Test
    void addsSecurityHeadersToAnErrorOfTheContainer() {
        protects(new RawHttp(port).send("TRACE /api/v1/products").isProblem(405));
        protects(new RawHttp(port).send("GET /api/v1/products", "X-Padding: " + "a".repeat(17_000)).isProblem(431));
    }

    @Test
    void doesNotUseTheHostHeaderOfTheClient() {
        var response = new RawHttp(port).exactly("GET /swagger-ui", List.of("Host: evil.example",
                "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "Forwarded: host=evil.example"),
                new byte[0]);

        assertThat(response.header("Location")).containsExactly("/swagger-ui/");
        assertThat(String.join("\n", response.head())).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "If-None-Match", "User-Agent", "X-Unknown"})
    void rejectsControlCharactersInHeaders(String name) {
        protects(new RawHttp(port).send("GET /api/v1/products", name + ": a\u0001b").isProblem(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept-Language", "Referer", "User-Agent", "X-Unknown"})
    void forwardsLettersOfOtherScripts(String name) {
        var text = new String("Приложение “1” 😀".getBytes(UTF_8), ISO_8859_1);

        var response = new RawHttp(port).send("GET /api/v1/products", name + ": " + text);

        assertThat(response.status()).isEqualTo(200);
        assertThat(services.named("inventory").lastRequest().headers().get(name)).containsExactly(text);
    }

    @Test
    void rejectsLargeForms() {
        var form = ("a=" + "b".repeat(70_000)).getBytes();

        new RawHttp(port).send("POST /api/v1/users", List.of(FORM), form).isProblem(415);
        new RawHttp(port).chunked("POST /api/v1/users", List.of(FORM), form).isProblem(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "json", ";;", "", "application/json;charset=nonsense"})
    void handlesAnyContentTypeWithoutAFault(String type) {
        assertThat(new RawHttp(port).send("POST /api/v1/users", List.of("Content-Type: " + type), "{}".getBytes())
                .status()).isIn(200, 400, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPFIND", "get", "CONNECT", "LOCK"})
    void rejectsUnsupportedMethods(String method) {
        assertThat(new RawHttp(port).send(method + " /api/v1/products").status()).isIn(400, 405, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%ff", "q=%zz", "%", "q=%00", "a[]=1", "q=%E2%82"})
    void handlesAMalformedQueryWithoutAFault(String query) {
        assertThat(new RawHttp(port).send("GET /api/v1/products?" + query).status()).isIn(200, 400);
    }

    private static void protects(RawResponse response) {
        assertThat(response.header("X-Content-Type-Options")).as("%s", response).containsExactly("nosniff");
        assertThat(response.header("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.header("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(response.header("Content-Security-Policy")).hasSize(1);
        assertThat(response.header("Cache-Control")).hasSize(1);
        assertThat(response.header("X-Request-Id")).hasSize(1);
        assertThat(response.header("Server")).isEmpty();
    }
}
