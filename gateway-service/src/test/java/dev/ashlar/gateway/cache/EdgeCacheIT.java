package dev.ashlar.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.FakeService;
import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.RawResponse;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
class EdgeCacheIT {

    private static final FakeService ORIGIN = new FakeService("origin");
    private static final int CLIENTS = 50;

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    private final AtomicInteger requests = new AtomicInteger();
    private String path;

    @DynamicPropertySource
    static void routes(DynamicPropertyRegistry properties) throws IOException {
        var file = folder.resolve("routes.yml");
        Files.writeString(file, """
                upstreams:
                  - name: origin
                    instances: [ { address: "%s" } ]
                routes:
                  - { id: cached, match: { path: /cached/** }, upstream: origin, session: none, limit: none, cache: true }
                  - { id: plain, match: { path: /plain/** }, upstream: origin, session: none, limit: none }
                """.formatted(ORIGIN.url()));
        properties.add("GATEWAY_EXTRA_ROUTES", file::toString);
    }

    @AfterAll
    static void stop() {
        ORIGIN.stop();
    }

    @BeforeEach
    void choosePath() {
        path = "/cached/" + UUID.randomUUID();
    }

    private void responds(String path, int status, String... headers) {
        ORIGIN.at(path, exchange -> {
            requests.incrementAndGet();
            for (var header : headers) {
                exchange.getResponseHeaders().add(header.split(": ")[0], header.split(": ")[1]);
            }
            var body = "body".getBytes();
            exchange.sendResponseHeaders(status, status == 304 ? -1 : body.length);
            if (status != 304) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
    }

    @Test
    void respondsFromTheCache() {
        responds(path, 200, "Cache-Control: max-age=60", "ETag: \"1\"", "Surrogate-Key: a b");

        var first = send("GET");
        var second = send("GET");

        assertThat(requests).hasValue(1);
        assertThat(first.header("Cache-Status")).containsExactly("ashlar; fwd=uri-miss; stored");
        assertThat(first.header("Surrogate-Key")).isEmpty();
        assertThat(second.body()).isEqualTo("body");
        assertThat(second.header("Cache-Status")).containsExactly("ashlar; hit");
        assertThat(second.header("Age")).hasSize(1);
        assertThat(second.header("Date")).isEqualTo(first.header("Date"));
        assertThat(second.header("Content-Length")).containsExactly("4");
        assertThat(second.header("Surrogate-Key")).isEmpty();
        assertThat(send("GET", "If-None-Match: \"1\"").status()).isEqualTo(304);
        assertThat(send("GET", "Range: bytes=1-2").body()).isEqualTo("od");
        assertThat(send("HEAD").header("Content-Length")).containsExactly("4");
        assertThat(requests).hasValue(1);
    }

    @Test
    void storesNothingOnARouteWithoutCache() {
        path = path.replace("/cached/", "/plain/");
        responds(path, 200, "Cache-Control: max-age=60");

        send("GET");

        assertThat(send("GET").header("Cache-Status")).isEmpty();
        assertThat(requests).hasValue(2);
    }

    @Test
    void storesNoCookie() {
        responds(path, 200, "Cache-Control: max-age=60", "Set-Cookie: a=b");

        send("GET");
        send("GET");

        assertThat(requests).hasValue(2);
    }

    @Test
    void requestsAgainAfterAnUnsafeRequest() {
        responds(path, 200, "Cache-Control: max-age=60");
        send("GET");
        send("POST");

        send("GET");

        assertThat(requests).hasValue(3);
    }

    @Test
    void requestsAgainWhatTheOriginNamesByItsOwnHost() {
        responds(path, 200, "Cache-Control: max-age=60");
        send("GET");
        var other = "/plain/" + UUID.randomUUID();
        responds(other, 201, "Location: " + ORIGIN.url() + path);
        new RawHttp(port).send("POST " + other);

        send("GET");

        assertThat(requests).hasValue(3);
    }

    @Test
    void refreshesAStaleResponseInTheBackground() {
        ORIGIN.at(path, exchange -> {
            var body = Integer.toString(requests.incrementAndGet()).getBytes();
            exchange.getResponseHeaders().add("Cache-Control", "max-age=1, stale-while-revalidate=60");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        send("GET");

        await().untilAsserted(() -> {
            var response = send("GET");
            assertThat(response.header("Cache-Status")).containsExactly("ashlar; hit; detail=stale");
            assertThat(response.body()).isEqualTo("1");
        });
        await().untilAsserted(() -> assertThat(send("GET").body()).isEqualTo("2"));
    }

    @Test
    void sendsOneRequestForConcurrentMisses() throws Exception {
        var started = new CountDownLatch(CLIENTS);
        ORIGIN.at(path, exchange -> {
            requests.incrementAndGet();
            await().until(() -> started.getCount() == 0);
            exchange.getResponseHeaders().add("Cache-Control", "max-age=60");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var responses = IntStream.range(0, CLIENTS).mapToObj(_ -> threads.submit(() -> {
                started.countDown();
                return send("GET");
            })).toList();
            for (var response : responses) {
                assertThat(response.get().status()).isEqualTo(200);
            }
        }
        assertThat(requests).hasValue(1);
    }

    @Test
    void isPurgedByAdmins() {
        assertThat(purge("")).isEqualTo(204); // what other tests have stored
        responds(path, 200, "Cache-Control: max-age=60", "Surrogate-Key: color-red");
        send("GET");
        var before = figures();
        assertThat(before.path("entries").asInt()).isPositive();
        assertThat(before.path("bytes").asLong()).isPositive();

        assertThat(purge("?surrogate_key=color-red")).isEqualTo(204);
        send("GET");
        assertThat(purge("?path=" + path)).isEqualTo(204);
        send("GET");
        assertThat(purge("")).isEqualTo(204);
        assertThat(figures().path("entries").asInt()).isZero();
        send("GET");

        assertThat(requests).hasValue(4);
        assertThat(figures().path("purged").asLong()).isEqualTo(before.path("purged").asLong() + 3);
    }

    @Test
    void refusesAPurgeWithBothParameters() {
        assertThat(purge("?surrogate_key=a&path=/b")).isEqualTo(400);
        assertThat(purge("?path=")).isEqualTo(400);
        assertThat(purge("?surrogate-key=a")).isEqualTo(400);
    }

    @Test
    void isHiddenFromOthers() {
        assertThat(ServiceClient.of(port).get("/api/v1/gateway/cache").status()).isEqualTo(401);
        assertThat(ServiceClient.of(port).signedInWith(TestTokens.shopper(UUID.randomUUID()))
                .send("DELETE", "/api/v1/gateway/cache", BodyPublishers.noBody()).status()).isEqualTo(403);
    }

    @Test
    void refusesOnlyIfCachedWithoutAResponse() {
        responds(path, 200, "Cache-Control: max-age=60");

        send("GET", "Cache-Control: only-if-cached").isProblem(504);
        assertThat(requests).hasValue(0);
    }

    private RawResponse send(String method, String... headers) {
        return new RawHttp(port).send(method + " " + path, headers);
    }

    private int purge(String query) {
        return ServiceClient.of(port).signedInWith(TestTokens.admin(UUID.randomUUID()))
                .send("DELETE", "/api/v1/gateway/cache" + query, BodyPublishers.noBody()).status();
    }

    private JsonNode figures() {
        return JsonMapper.shared().readTree(ServiceClient.of(port)
                .signedInWith(TestTokens.admin(UUID.randomUUID())).get("/api/v1/gateway/cache").body());
    }
}
