package dev.ashlar.gateway.route;

import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.FakeService;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An open route of the operator: the gateway changes neither the request nor the response. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "CORS_ALLOWED_ORIGINS=https://shop.example"})
@WithInfrastructure(parts = REDIS)
class OpenRouteIT {

    private static final FakeService ORIGIN = new FakeService("origin");
    private static final ServerSocket HINTING = listening();

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) throws IOException {
        var file = Files.writeString(folder.resolve("routes.yml"), routes());
        properties.add("GATEWAY_EXTRA_ROUTES", file::toString);
    }

    @AfterAll
    static void stop() throws IOException {
        ORIGIN.stop();
        HINTING.close();
    }

    private static String routes() {
        return """
                upstreams:
                  - name: origin
                    instances: [ { address: "%s" } ]
                  - name: hinting
                    instances: [ { address: "http://127.0.0.1:%d" } ]
                routes:
                  - id: hints
                    match: { path: /open/hints }
                    upstream: hinting
                    session: none
                    limit: none
                  - id: open
                    match: { path: /open/** }
                    upstream: origin
                    session: none
                    limit: none
                """.formatted(ORIGIN.url(), HINTING.getLocalPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "M-SEARCH", "FOO"})
    void forwardsEachMethodWithoutASession(String method) {
        var response = new RawHttp(port).send(method + " /open/a");

        assertThat(response.status()).isEqualTo(200);
        assertThat(ORIGIN.lastRequest().method()).isEqualTo(method);
        assertThat(response.header("RateLimit")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open/a?q=a+b%20c&x=%7e&&y", "/open/%41b/~c", "/open/a?", "/open/"})
    void forwardsPathsAndQueriesUnchanged(String target) {
        new RawHttp(port).send("GET " + target);

        assertThat(ORIGIN.lastRequest().target()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({"POST, application/x-www-form-urlencoded", "PUT, application/x-www-form-urlencoded",
            "POST, multipart/form-data; boundary=x", "PATCH, text/plain;charset=latin1", "POST, */*", "DELETE, a b"})
    void forwardsABodyOfAnyTypeUnchanged(String method, String type) {
        var body = "a=1&b=%zz".repeat(20_000).getBytes();

        var response = new RawHttp(port).send(method + " /open/form", List.of("Content-Type: " + type), body);

        assertThat(response.status()).isEqualTo(200);
        assertThat(ORIGIN.lastRequest().body()).isEqualTo(body);
        assertThat(ORIGIN.lastRequest().header("Content-Type")).isEqualTo(type);
    }

    @Test
    void forwardsABodyOf9MiB() {
        var response = new RawHttp(port).send("POST /open/large", List.of(), new byte[9 * 1_024 * 1_024]);

        assertThat(response.status()).isEqualTo(200);
        assertThat(ORIGIN.lastRequest().body()).hasSize(9 * 1_024 * 1_024);
    }

    @Test
    void leavesCrossOriginRulesToTheUpstream() {
        var response = new RawHttp(port).send("OPTIONS /open/a", "Origin: https://other.example",
                "Access-Control-Request-Method: PUT");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("origin");
        assertThat(response.header("Vary")).isEmpty();
    }

    @Test
    void compressesNothing() {
        var text = "<p>lamp</p>".repeat(1_000);
        ORIGIN.at("/open/text", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, text.length());
            exchange.getResponseBody().write(text.getBytes());
            exchange.close();
        });

        var response = new RawHttp(port).send("GET /open/text", "Accept-Encoding: gzip");

        assertThat(response.header("Content-Encoding")).isEmpty();
        assertThat(response.header("Vary")).isEmpty();
        assertThat(response.header("Content-Length")).containsExactly(String.valueOf(text.length()));
        assertThat(response.body()).isEqualTo(text);
    }

    @Test
    void forwardsTheLengthOfTheResponseToHead() {
        ORIGIN.at("/open/head", exchange -> {
            exchange.getResponseHeaders().set("Content-Length", "1234");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        assertThat(new RawHttp(port).send("HEAD /open/head").header("Content-Length")).containsExactly("1234");
    }

    @Test
    void forwardsTheResponseWithItsHeaders() {
        ORIGIN.at("/open/cached", exchange -> {
            var headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "max-age=60");
            headers.set("ETag", "\"1\"");
            headers.set("Age", "3");
            headers.set("Date", "Thu, 01 Jan 2026 00:00:00 GMT");
            headers.set("Server-Timing", "db;dur=5");
            headers.set("X-Custom", "1");
            headers.set("Server", "origin/1");
            headers.set("Via", "1.1 inner");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        var response = new RawHttp(port).send("GET /open/cached");

        assertThat(response.header("Cache-Control")).containsExactly("max-age=60");
        assertThat(response.header("ETag")).containsExactly("\"1\"");
        assertThat(response.header("Age")).containsExactly("3");
        assertThat(response.header("Server-Timing")).containsExactly("db;dur=5");
        assertThat(response.header("X-Custom")).containsExactly("1");
        assertThat(response.header("Server")).containsExactly("origin/1");
        assertThat(response.header("Via")).containsExactly("1.1 inner");
        assertThat(response.header("Content-Security-Policy")).isEmpty();
        assertThat(response.header("X-Content-Type-Options")).isEmpty();
    }

    @Test
    void addsNoCacheControl() {
        assertThat(new RawHttp(port).send("GET /open/plain").header("Cache-Control")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {304, 404, 500, 503})
    void forwardsEachStatusWithItsBody(int status) {
        ORIGIN.at("/open/status/" + status, exchange -> {
            exchange.sendResponseHeaders(status, status == 304 ? -1 : 4);
            if (status != 304) {
                exchange.getResponseBody().write("oops".getBytes());
            }
            exchange.close();
        });

        var response = ServiceClient.of(port).get("/open/status/" + status);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(status == 304 ? "" : "oops");
    }

    /** The test client reads the first head as the response, and the rest as its body. */
    @Test
    void forwardsEarlyHints() {
        Thread.ofVirtual().start(OpenRouteIT::respondWithHints);

        var response = new RawHttp(port).send("GET /open/hints");

        assertThat(response.status()).isEqualTo(103);
        assertThat(response.header("Link")).containsExactly("</a.css>; rel=preload");
        assertThat(response.body()).startsWith("HTTP/1.1 200").contains("X-Custom: 1").endsWith("done")
                .doesNotContain("a.css");
    }

    private static void respondWithHints() {
        try (var socket = HINTING.accept()) {
            socket.getInputStream().read(new byte[4_096]);
            socket.getOutputStream().write("""
                    HTTP/1.1 103 Early Hints\r
                    Link: </a.css>; rel=preload\r
                    \r
                    HTTP/1.1 200 OK\r
                    Content-Length: 4\r
                    X-Custom: 1\r
                    \r
                    done""".getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
