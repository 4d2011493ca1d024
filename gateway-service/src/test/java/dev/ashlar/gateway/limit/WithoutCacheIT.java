package dev.ashlar.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** No process listens on port 1. */
@GatewayTest
@TestPropertySource(properties = {"ashlar.redis.cache-url=redis://127.0.0.1:1", "LIMITS_USER_READ_BURST=1",
        "LIMITS_USER_READ_RATE=0.001", "LIMITS_ANONYMOUS_READ_BURST=1", "LIMITS_ANONYMOUS_READ_RATE=0.001"})
class WithoutCacheIT {

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    @Test
    void limitsByItself() {
        var user = ServiceClient.of(port).signedInWith(TestTokens.shopper(UUID.randomUUID()));
        assertThat(user.get("/api/v1/products").status()).isEqualTo(200);

        var rejected = user.get("/api/v1/products");

        assertThat(rejected.status()).isEqualTo(429);
        assertThat(rejected.headers().firstValue("Retry-After")).hasValue("1000");
        assertThat(rejected.headers().firstValue("RateLimit")).hasValue("\"user-read\";r=0;t=1000");
        assertThat(rejected.headers().firstValue("RateLimit-Policy")).hasValue("\"user-read\";q=1;w=1000");
    }

    @Test
    void reportsThatItLimitsByItself() {
        ServiceClient.of(port).signedInWith(TestTokens.shopper(UUID.randomUUID())).get("/api/v1/products");

        var health = ServiceClient.of(port).signedInWith(TestTokens.admin(UUID.randomUUID())).get("/health/detailed");

        assertThat(health.body()).contains("\"rate_limits\":{\"status\":\"up\"", "\"buckets\":\"local\"",
                "\"degraded\":true");
        assertThat(meters.get("ashlar.limits.local").gauge().value()).isEqualTo(1);
    }

    @Test
    void staysReadyAndReportsThatTheCacheIsDown() {
        var health = ServiceClient.of(port).get("/health/ready");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("\"redis_cache\":{\"status\":\"down\"", "\"degraded\":true");
    }
}
