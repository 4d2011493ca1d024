package dev.ashlar.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** No process listens on port 1. */
@GatewayTest
@TestPropertySource(properties = {"ashlar.redis.cache-url=redis://127.0.0.1:1", "LIMITS_USER_READ_BURST=1",
        "LIMITS_USER_READ_RATE=0.001", "LIMITS_ANONYMOUS_READ_BURST=1", "LIMITS_ANONYMOUS_READ_RATE=0.001"})
class WithoutCacheIT {

    @LocalServerPort
    int port;

    @Test
    void limitsNoRequest() {
        var user = ServiceClient.of(port).signedInWith(TestTokens.shopper(UUID.randomUUID()));
        user.get("/api/v1/products");
        ServiceClient.of(port).get("/api/v1/products");

        assertThat(user.get("/api/v1/products").status()).isEqualTo(200);
        assertThat(ServiceClient.of(port).get("/api/v1/products").status()).isEqualTo(200);
        assertThat(ServiceClient.of(port).get("/api/v1/orders").status()).isEqualTo(401);
    }

    @Test
    void staysReadyAndReportsThatTheCacheIsDown() {
        var health = ServiceClient.of(port).get("/health/ready");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("\"redis_cache\":{\"status\":\"down\"", "\"degraded\":true");
    }
}
