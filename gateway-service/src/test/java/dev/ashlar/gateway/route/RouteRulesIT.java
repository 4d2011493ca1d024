package dev.ashlar.gateway.route;

import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.FakeService;
import dev.ashlar.testing.Logs;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The operator's routes: their sequence, conditions and actions. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(parts = REDIS)
class RouteRulesIT {

    private static final FakeService ORIGIN = new FakeService("origin");
    private static final FakeService OTHER = new FakeService("other");

    @TempDir
    private static Path folder;

    @RegisterExtension
    final Logs logs = new Logs();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        write(routes());
        properties.add("GATEWAY_EXTRA_ROUTES", () -> file().toString());
    }

    @AfterAll
    static void stop() {
        ORIGIN.stop();
        OTHER.stop();
    }

    private static String routes() {
        return """
                upstreams:
                  - name: origin
                    instances: [ { address: "%s" } ]
                  - name: other
                    instances: [ { address: "%s", version: v2 } ]
                routes:
                  - id: canary
                    match: { path: /open/**, headers: { X-Canary: "true" } }
                    upstream: other
                    session: none
                    limit: none
                  - id: open
                    match: { path: /open/** }
                    upstream: origin
                    session: none
                    limit: none
                  - id: changed
                    match: { path: /shop/**, methods: [ GET ], query: { v: "2" } }
                    upstream: origin
                    rewrite: { path: "/shop/(.*) => /items/$1", host: shop.example }
                    request-headers: { set: { X-From: edge }, remove: [ Cookie ] }
                    response-headers: { add: { X-Served-By: origin } }
                    session: none
                  - id: moved
                    match: { path: /old }
                    redirect: { to: "https://shop.example/new", status: 308 }
                    session: none
                  - id: gone
                    match: { path: /gone }
                    respond: { status: 410, body: "Gone for good." }
                    session: none
                  - id: closed
                    match: { path: /closed }
                    respond: { status: 403 }
                    session: none
                  - id: private
                    match: { path: /private/** }
                    upstream: origin
                  - id: small
                    match: { path: /small }
                    upstream: origin
                    session: none
                    body-limit: 1KiB
                  - id: sticky
                    match: { path: /sticky }
                    split: [ { upstream: origin, weight: 1 } ]
                    sticky: { cookie: instance }
                    session: none
                """.formatted(ORIGIN.url(), OTHER.url());
    }

    @Test
    void usesTheFirstRouteThatMatches() {
        assertThat(ServiceClient.of(port).with("X-Canary", "true").get("/open/a").body()).isEqualTo("other");
        assertThat(ServiceClient.of(port).with("X-Canary", "false").get("/open/a").body()).isEqualTo("origin");
    }

    @Test
    void rewritesPathHostAndHeaders() {
        var response = ServiceClient.of(port).with("Cookie", "a=b").get("/shop/1?v=2");

        assertThat(ORIGIN.lastRequest().target()).isEqualTo("/items/1?v=2");
        assertThat(ORIGIN.lastRequest().header("Host")).isEqualTo("shop.example");
        assertThat(ORIGIN.lastRequest().header("X-From")).isEqualTo("edge");
        assertThat(ORIGIN.lastRequest().headers()).doesNotContainKey("Cookie");
        assertThat(response.headers().firstValue("X-Served-By")).hasValue("origin");
    }

    @Test
    void redirects() {
        var response = new RawHttp(port).send("GET /old");

        assertThat(response.status()).isEqualTo(308);
        assertThat(response.header("Location")).containsExactly("https://shop.example/new");
    }

    @Test
    void respondsItself() {
        var response = new RawHttp(port).send("GET /gone");

        assertThat(response.status()).isEqualTo(410);
        assertThat(response.body()).isEqualTo("Gone for good.");
        new RawHttp(port).send("GET /closed").isProblem(403);
    }

    @ParameterizedTest
    @CsvSource({"/private/a, 401", "/shop/1?v=3, 401", "/nowhere, 401", "/health/detailed, 401"})
    void needsASessionWhereNoRuleAllowsARequestWithoutOne(String path, int status) {
        new RawHttp(port).send("GET " + path).isProblem(status);
    }

    @Test
    void limitsTheBody() {
        new RawHttp(port).send("POST /small", List.of("Content-Type: text/plain"), new byte[2_000]).isProblem(413);
    }

    @Test
    void setsTheStickyCookieOnce() {
        var first = ServiceClient.of(port).get("/sticky");
        var cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("instance=").contains("HttpOnly");

        var second = ServiceClient.of(port).with("Cookie", cookie.split(";")[0]).get("/sticky");

        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void usesAChangedFileAndKeepsThePreviousRoutesAfterAnError() {
        write(routes()
                + "  - { id: new, match: { path: /new }, respond: { status: 200, body: new }, session: none }\n");
        await().untilAsserted(() -> assertThat(status("/new")).isEqualTo(200));

        write(routes() + "  - { id: bad, match: { path: /bad }, upstream: nowhere }\n");

        await().untilAsserted(() -> assertThat(logs.saying("The changed routes have an error")).singleElement()
                .satisfies(line -> assertThat(line.values().get("error")).contains("no upstream 'nowhere'")));
        assertThat(status("/new")).isEqualTo(200);
        write(routes());
        await().untilAsserted(() -> assertThat(status("/new")).isEqualTo(401));
    }

    private int status(String path) {
        return ServiceClient.of(port).send("GET", path, BodyPublishers.noBody()).status();
    }

    private static void write(String text) {
        try {
            Files.writeString(file(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        return folder.resolve("routes.yml");
    }
}
