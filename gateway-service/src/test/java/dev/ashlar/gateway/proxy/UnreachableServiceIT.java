package dev.ashlar.gateway.proxy;

import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "INVENTORY_SERVICE_URL=http://127.0.0.1:1"})
@WithInfrastructure(parts = REDIS)
class UnreachableServiceIT {

    @LocalServerPort
    int port;

    @Test
    void respondsWith503AndRetryAfter() {
        var response = ServiceClient.of(port).get("/api/v1/products");

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void staysReady() {
        var response = ServiceClient.of(port).get("/health/ready");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).contains("redis_sessions", "\"kafka\":{\"status\":\"down\"", "\"degraded\":true")
                .doesNotContain("database");
    }

    @Test
    void sendsNoCorsHeadersByDefault() {
        var headers = ServiceClient.of(port).with("Origin", "https://shop.example").get("/openapi.json").headers();

        assertThat(headers.map()).doesNotContainKey("access-control-allow-origin");
        assertThat(headers.allValues("vary")).noneMatch(fields -> fields.toLowerCase(Locale.ROOT).contains("origin"));
    }
}
