package dev.ashlar.gateway.proxy;

import static dev.ashlar.testing.BackingService.REDIS;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.ashlar.gateway.FakeService;
import dev.ashlar.gateway.upstream.InstanceState;
import dev.ashlar.gateway.upstream.UpstreamRegistry;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two instances. The first one that gets a request hangs, and its health checks hang too, until the test releases both. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(parts = REDIS)
class HungRequestsIT {

    private static final FakeService FIRST = new FakeService("first");
    private static final FakeService SECOND = new FakeService("second");
    private static final AtomicReference<String> HUNG = new AtomicReference<>();
    private static final AtomicReference<CountDownLatch> RELEASED = new AtomicReference<>(new CountDownLatch(0));

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private UpstreamRegistry upstreams;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) throws IOException {
        behave(FIRST, "first");
        behave(SECOND, "second");
        var file = Files.writeString(folder.resolve("routes.yml"), """
                upstreams:
                  - name: pair
                    instances: [ { address: "%s" }, { address: "%s" } ]
                    health: { path: /alive, interval: 200ms, timeout: 200ms, healthy: 1, unhealthy: 2 }
                routes:
                  - { id: work, match: { path: /work }, upstream: pair, session: none, limit: none }
                """.formatted(FIRST.url(), SECOND.url()));
        properties.add("GATEWAY_EXTRA_ROUTES", file::toString);
    }

    @AfterAll
    static void stop() {
        FIRST.stop();
        SECOND.stop();
    }

    @BeforeEach
    void startHealthy() {
        RELEASED.get().countDown();
        await().until(() -> count(InstanceState.HEALTHY) == 2);
        RELEASED.set(new CountDownLatch(1));
        HUNG.set(null);
    }

    @Test
    void movesAnIdempotentRequestToTheHealthyInstance() {
        var response = ServiceClient.of(port).get("/work");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isNotEqualTo(HUNG.get());
    }

    @Test
    void keepsWaitingForTheResponseToAnyOtherRequest() {
        var response = supplyAsync(() -> ServiceClient.of(port).post("/work", "{}"));
        await().until(() -> count(InstanceState.UNHEALTHY) == 1);

        RELEASED.get().countDown();

        assertThat(response.join().status()).isEqualTo(200);
        assertThat(response.join().body()).isEqualTo(HUNG.get());
    }

    private long count(InstanceState state) {
        return upstreams.named("pair").instances().stream().filter(one -> one.state() == state).count();
    }

    private static void behave(FakeService service, String name) {
        service.at("/work", exchange -> {
            HUNG.compareAndSet(null, name);
            respond(exchange, name);
        });
        service.at("/alive", exchange -> respond(exchange, name));
    }

    private static void respond(HttpExchange exchange, String name) throws IOException {
        try (exchange) {
            if (name.equals(HUNG.get())) {
                RELEASED.get().await(20, TimeUnit.SECONDS);
            }
            exchange.sendResponseHeaders(200, name.length());
            exchange.getResponseBody().write(name.getBytes());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
