package dev.ashlar.gateway.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.FakeServices;
import dev.ashlar.testing.ServiceClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The limits are 4 requests in flight to an instance, 3 from one address, and 1 event stream. */
@TightLimits
class HungInstanceIT {

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    private final List<SlowClient> waiting = new ArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void release() {
        released.countDown();
        waiting.forEach(SlowClient::response);
        waiting.forEach(SlowClient::close);
    }

    @Test
    void doesNotDelayOtherServices() {
        hang("/api/v1/products/hung", 3, "127.0.0.1");
        hang("/api/v1/products/hung-too", 1, "127.0.0.2");

        var rejected = ServiceClient.of(port).get("/api/v1/products/hung");

        assertThat(rejected.status()).isEqualTo(503);
        assertThat(rejected.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(rejected.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(ServiceClient.of(port).get("/.well-known/jwks.json").status()).isEqualTo(200);
    }

    @Test
    void leavesPermitsToOtherAddresses() {
        hang("/api/v1/products/greedy", 3, "127.0.0.2");

        try (var greedy = SlowClient.from("127.0.0.2", port).get("/api/v1/products")) {
            assertThat(greedy.response()).startsWith("HTTP/1.1 503");
        }
        assertThat(ServiceClient.of(port).get("/api/v1/products").status()).isEqualTo(200);
    }

    @Test
    void acceptsRequestsAgainAfterItHasResponded() {
        hang("/api/v1/products/late", 3, "127.0.0.1");
        released.countDown();
        waiting.forEach(client -> assertThat(client.response()).startsWith("HTTP/1.1 200"));

        assertThat(ServiceClient.of(port).get("/api/v1/products").status()).isEqualTo(200);
    }

    @Test
    void countsEventStreamsSeparately() {
        services.named("inventory").at("/api/v1/products/events", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: 1\n\n".getBytes());
            exchange.getResponseBody().flush();
            awaitRelease();
            exchange.close();
        });
        var first = SlowClient.from("127.0.0.1", port).get("/api/v1/products/events");
        waiting.add(first);
        await().until(() -> first.socket().getInputStream().available() > 0);

        assertThat(ServiceClient.of(port).get("/api/v1/products/events").status()).isEqualTo(503);
        hang("/api/v1/products/beside", 3, "127.0.0.1");
    }

    private void hang(String path, int requests, String address) {
        var arrived = new AtomicInteger();
        services.named("inventory").at(path, exchange -> {
            arrived.incrementAndGet();
            awaitRelease();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        var number = new AtomicInteger(); // different URIs, because the edge cache sends one request for each
        SlowClient.crowd(requests, address, port).map(client -> client.get(path + "?n=" + number.incrementAndGet()))
                .forEach(waiting::add);
        await().until(() -> arrived.get() == requests);
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
