package dev.ashlar.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.gateway.FakeService;
import dev.ashlar.gateway.FakeServices;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class FaultsIT {

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    private FakeService inventory;

    @BeforeEach
    void find() {
        inventory = services.named("inventory");
    }

    @Test
    void respondsWith504IfTheServiceIsTooSlow() {
        var finished = new CountDownLatch(1);
        inventory.at("/api/v1/products/slow", _ -> awaitQuietly(finished));

        var response = ServiceClient.of(port).get("/api/v1/products/slow");
        finished.countDown();

        assertThat(response.status()).isEqualTo(504);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void respondsWith502IfTheServiceClosesTheConnection() {
        inventory.at("/api/v1/products/rude", HttpExchange::close);

        var response = ServiceClient.of(port).get("/api/v1/products/rude");

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.body()).contains("\"request_id\":");
    }

    @Test
    void respondsWith502ToAnIncompleteShortResponse() {
        inventory.at("/api/v1/products/short", exchange -> breakOff(exchange, 1_000, 10));

        var response = ServiceClient.of(port).get("/api/v1/products/short");

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.headers().allValues("X-Request-Id")).hasSize(1);
    }

    @Test
    void respondsWith502ToAnIncompleteSpooledResponse() {
        inventory.at("/api/v1/products/long", exchange -> breakOff(exchange, 200_000, 100_000));

        assertThat(ServiceClient.of(port).get("/api/v1/products/long").status()).isEqualTo(502);
    }

    @Test
    void closesTheConnectionIfAPartOfAnIncompleteResponseWasSent() {
        inventory.at("/api/v1/products/longer", exchange -> breakOff(exchange, 20_000_000, 10_000_000));

        assertThatThrownBy(() -> fail(ServiceClient.of(port).get("/api/v1/products/longer").toString()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void retriesReadsAfterTheServiceHasRestarted() {
        assertThat(ServiceClient.of(port).get("/api/v1/products").status()).isEqualTo(200);
        inventory.restart();

        assertThat(ServiceClient.of(port).get("/api/v1/products").status()).isEqualTo(200);
    }

    @Test
    void retriesNoRequestThatMayHaveHadAnEffect() {
        var shopper = ServiceClient.of(port).signedInWith(TestTokens.shopper(UUID.randomUUID()));
        var requests = new AtomicInteger();
        services.named("order").at("/api/v1/orders/rude", exchange -> {
            requests.incrementAndGet();
            exchange.close();
        });

        assertThat(shopper.post("/api/v1/orders/rude", "{}").status()).isEqualTo(502);
        assertThat(requests).hasValue(1);
    }

    @Test
    void cancelsTheUpstreamRequestIfTheClientDisconnects() throws Exception {
        var hungUp = new AtomicBoolean();
        inventory.at("/api/v1/products/live", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            writeUntilClosed(exchange);
            hungUp.set(true);
        });

        try (var stream = ServiceClient.of(port).open("/api/v1/products/live")) {
            assertThat(stream.read()).isEqualTo('d');
        }

        await().untilTrue(hungUp);
    }

    private static void writeUntilClosed(HttpExchange exchange) {
        try (exchange; var out = exchange.getResponseBody()) {
            while (true) {
                out.write("data: on\n\n".getBytes());
                out.flush();
            }
        } catch (IOException e) {
            // expected: the gateway has closed the connection
        }
    }

    private static void breakOff(HttpExchange exchange, int announced, int written) throws IOException {
        exchange.sendResponseHeaders(200, announced);
        for (var part = 0; part < written; part += 50_000) {
            exchange.getResponseBody().write(new byte[Math.min(50_000, written - part)]);
        }
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
