package dev.ashlar.gateway.proxy;

import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.ashlar.gateway.FakeService;
import dev.ashlar.gateway.upstream.UpstreamRegistry;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two instances, of which the first one that gets a request breaks off. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(parts = REDIS)
class RetriesIT {

    private static final FakeService FIRST = new FakeService("first");
    private static final FakeService SECOND = new FakeService("second");
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger REQUESTS = new AtomicInteger();

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private UpstreamRegistry upstreams;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        FIRST.at("/once", RetriesIT::breakOffOnce);
        SECOND.at("/once", RetriesIT::breakOffOnce);
        FIRST.at("/never", RetriesIT::breakOff);
        SECOND.at("/never", RetriesIT::breakOff);
        var file = folder.resolve("routes.yml");
        try {
            Files.writeString(file, """
                    upstreams:
                      - name: pair
                        instances: [ { address: "%s" }, { address: "%s" } ]
                        outliers: { consecutive-failures: 0 }
                        timeouts: { response: 500ms, idle: 500ms }
                      - name: fragile
                        instances: [ { address: "%s" } ]
                    routes:
                      - { id: orders, match: { path: /once/orders/* }, upstream: pair, session: none, limit: none, idempotency-key: true }
                      - { id: once, match: { path: /once/** }, upstream: pair, session: none, limit: none }
                      - { id: slow, match: { path: /slow }, upstream: pair, session: none, limit: none }
                      - { id: brief, match: { path: /brief }, upstream: pair, session: none, limit: none, timeout: 300ms }
                      - { id: never, match: { path: /never }, upstream: fragile, session: none, limit: none }
                    """.formatted(FIRST.url(), SECOND.url(), FIRST.url()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.add("GATEWAY_EXTRA_ROUTES", file::toString);
    }

    @AfterAll
    static void stop() {
        FIRST.stop();
        SECOND.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
    void repeatAnIdempotentRequestOnAnotherInstance(String method) {
        assertThat(ServiceClient.of(port).sendJson(method, "/once/" + method, "{}").status()).isEqualTo(200);
    }

    @Test
    void repeatAPostWithAnIdempotencyKeyIfTheRouteAllowsIt() {
        var client = ServiceClient.of(port).with("Idempotency-Key", "1");

        assertThat(client.post("/once/orders/1", "{}").status()).isEqualTo(200);
        assertThat(client.post("/once/others", "{}").status()).isEqualTo(502);
        assertThat(ServiceClient.of(port).post("/once/orders/2", "{}").status()).isEqualTo(502);
    }

    @Test
    void neverFollowATimeout() {
        var requests = new AtomicInteger();
        var released = new CountDownLatch(1);
        for (var service : new FakeService[]{FIRST, SECOND}) {
            service.at("/slow", _ -> {
                requests.incrementAndGet();
                await(released, 10_000);
            });
        }

        var status = ServiceClient.of(port).get("/slow").status();
        released.countDown();

        assertThat(status).isEqualTo(504);
        assertThat(requests).hasValue(1);
    }

    @Test
    void areEndedByTheTimeoutOfTheRoute() {
        for (var service : new FakeService[]{FIRST, SECOND}) {
            service.at("/brief", RetriesIT::trickle);
        }

        assertThat(ServiceClient.of(port).get("/brief").status()).isEqualTo(504);
    }

    @Test
    void endWhenTheBudgetIsUsedUpAndTheBreakerOpens() {
        REQUESTS.set(0);
        var statuses = IntStream.range(0, 80).map(_ -> ServiceClient.of(port).get("/never").status()).boxed().toList();

        assertThat(statuses).startsWith(502, 502).endsWith(503, 503);
        assertThat(REQUESTS.get()).isLessThan(80);
        assertThat(upstreams.named("fragile").breakers().states()).containsEntry("read", "open");
    }

    private static void breakOffOnce(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!SEEN.add(exchange.getRequestMethod() + exchange.getRequestURI())) {
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }

    private static void breakOff(HttpExchange exchange) {
        REQUESTS.incrementAndGet();
        exchange.close();
    }

    /** Each part arrives in time, but the whole does not. */
    private static void trickle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 1_000);
            for (var n = 0; n < 100; n++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                await(new CountDownLatch(1), 200);
            }
        }
    }

    private static void await(CountDownLatch latch, int millis) {
        try {
            var _ = latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
