package dev.ashlar.gateway.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.ashlar.gateway.FakeServices;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that send or read slowly. */
@TightLimits
class SlowClientsIT {

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @Autowired
    PoolingHttpClientConnectionManager connections;

    @Test
    void get408IfTheirBodyIsTooSlow() {
        try (var client = client().announceBody("/api/v1/sessions", 60_000)) {
            assertThat(client.response()).startsWith("HTTP/1.1 408").containsOnlyOnce("Connection: close")
                    .contains("application/problem+json", "within 3 s", "request_id");
        }
    }

    @Test
    void cannotExtendTheTimeoutByATrickle() {
        try (var client = client().announceBody("/api/v1/sessions", 60_000)) {
            assertThat(client.trickle(" ").response()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void cannotExtendTheTimeoutByATrickleInAChunkHeader() {
        try (var client = client()) {
            client.send("POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");

            assertThat(client.trickle("0").response()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void cannotExtendTheTimeoutByATrickleAfterAnError() {
        try (var client = client()) {
            client.send("POST /api/v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n");

            assertThat(client.trickle(" ").response()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void loseTheConnectionIfTheirHeadersAreTooSlow() {
        try (var client = client().send("GET /health HTTP/1.1\r\nX-Slow: ")) {
            assertThat(client.trickle("a").response()).doesNotContain("200");
        }
    }

    @Test
    void holdNoConnectionToTheServiceWhileTheyDoNotRead() throws Exception {
        var called = respondWith("/api/v1/products/large", 3_000_000);
        try (var client = client().get("/api/v1/products/large")) {
            called.await();

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(connections.getTotalStats().getLeased()).isZero());
            assertThat(client.socket().getInputStream().read()).isEqualTo('H');
        }
    }

    @Test
    void getTheWholeSpooledResponse() throws Exception {
        respondWith("/api/v1/products/whole", 3_000_000);
        try (var client = client().get("/api/v1/products/whole")) {
            assertThat(client.response()).hasSizeGreaterThan(3_000_000).endsWith("xxx");
        }
    }

    @Test
    void loseAResponseThatIsTooLargeForTheSpoolIfTheyDoNotRead() throws Exception {
        var called = respondWith("/api/v1/products/huge", 50_000_000);
        try (var client = client().get("/api/v1/products/huge")) {
            called.await();

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(connections.getTotalStats().getLeased()).isZero());
            assertThat(client.response()).hasSizeLessThan(50_000_000);
        }
    }

    @Test
    void keepAnEventStreamThatIsIdleForLongerThanAnyTimeout() {
        services.named("inventory").at("/api/v1/products/stream", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            send(exchange, "data: 1\n\n");
            await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
            send(exchange, "data: 2\n\n");
            exchange.close();
        });
        try (var client = client().get("/api/v1/products/stream")) {
            assertThat(client.response()).contains("data: 1", "data: 2");
        }
    }

    private SlowClient client() {
        return SlowClient.from("127.0.0.1", port);
    }

    private CountDownLatch respondWith(String path, int bytes) {
        var called = new CountDownLatch(1);
        services.named("inventory").at(path, exchange -> {
            called.countDown();
            exchange.sendResponseHeaders(200, bytes);
            try (exchange) {
                for (var sent = 0; sent < bytes; sent += 50_000) {
                    exchange.getResponseBody().write("x".repeat(50_000).getBytes());
                }
            }
        });
        return called;
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes());
        exchange.getResponseBody().flush();
    }
}
