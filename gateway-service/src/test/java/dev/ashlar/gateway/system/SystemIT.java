package dev.ashlar.gateway.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.ashlar.gateway.FakeServices;
import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** One service is healthy, one hangs, one responds with a problem, and the others respond with no JSON. */
@GatewayTest
@TestInstance(Lifecycle.PER_CLASS)
class SystemIT {

    private static final String HEALTH = "/health/detailed";

    private final String token = TestTokens.admin(UUID.randomUUID());
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile String received = "";

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @BeforeAll
    void behave() {
        services.named("order").at(HEALTH, exchange -> {
            received = exchange.getRequestHeaders().getFirst("Authorization");
            respond(exchange, 503, """
                    {"status": "unhealthy", "degraded": true, "version": "1.2.3", "uptime_seconds": 42,
                     "checks": {"database": {"status": "down", "error": "timeout"}}}""");
        });
        services.named("inventory").at(HEALTH, hang());
        services.named("email").at(HEALTH, exchange -> respond(exchange, 503, """
                {"type": "about:blank", "title": "Service Unavailable", "status": 503}"""));
    }

    @AfterAll
    void endRequests() {
        end.countDown();
    }

    @Test
    void listsTheGatewayAndAllServices() {
        assertThat(system().path("services").valueStream().map(service -> service.path("name").asString()))
                .containsExactly("gateway-service", "user-service", "order-service", "inventory-service",
                        "email-service", "analytics-service");
    }

    @Test
    void reportsTheGatewayItself() {
        var gateway = instance("gateway-service");

        assertThat(gateway.path("status").asString()).isEqualTo("healthy");
        assertThat(gateway.path("address").asString()).isEqualTo("http://127.0.0.1:" + port);
        assertThat(gateway.at("/checks/redis_sessions/status").asString()).isEqualTo("up");
    }

    @Test
    void repeatsTheHealthOfAnInstance() {
        var order = instance("order-service");

        assertThat(order.path("address").asString()).isEqualTo(services.named("order").url());
        assertThat(order.path("status").asString()).isEqualTo("unhealthy");
        assertThat(order.path("degraded").asBoolean()).isTrue();
        assertThat(order.path("version").asString()).isEqualTo("1.2.3");
        assertThat(order.path("uptime_seconds").asInt()).isEqualTo(42);
        assertThat(order.at("/checks/database/error").asString()).isEqualTo("timeout");
    }

    @Test
    void sendsTheTokenOfTheCaller() {
        system();

        assertThat(received).isEqualTo("Bearer " + token);
    }

    @Test
    void reportsAnInstanceThatHangsWithinTwoSeconds() {
        var start = System.nanoTime();

        assertThat(instance("inventory-service").path("status").asString()).isEqualTo("unreachable");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_500));
    }

    @Test
    void reportsAnInstanceWithoutHealthReportAsUnhealthy() {
        assertThat(instance("email-service").path("status").asString()).isEqualTo("unhealthy");
        assertThat(instance("user-service").path("status").asString()).isEqualTo("unhealthy");
    }

    @Test
    void isForAdministratorsOnly() {
        assertThat(ServiceClient.of(port).get("/api/v1/system").status()).isEqualTo(401);
        assertThat(ServiceClient.of(port).signedInWith(TestTokens.shopper(UUID.randomUUID())).get("/api/v1/system")
                .status()).isEqualTo(403);
    }

    private JsonNode instance(String service) {
        return system().path("services").valueStream()
                .filter(one -> one.path("name").asString().equals(service)).findFirst().orElseThrow()
                .at("/instances/0");
    }

    private JsonNode system() {
        return ServiceClient.of(port).signedInWith(token).get("/api/v1/system").is(200).json();
    }

    private HttpHandler hang() {
        return exchange -> {
            try (exchange) {
                end.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
