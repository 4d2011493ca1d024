package dev.ashlar.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = {"LIMITS_ENABLED=false", "LIMITS_USER_READ_BURST=1", "LIMITS_USER_READ_RATE=0.001"})
class UnlimitedIT {

    @LocalServerPort
    int port;

    @Test
    void limitsNoRequestAndSendsNoRateLimitHeaders() {
        var user = ServiceClient.of(port).signedInWith(TestTokens.shopper(UUID.randomUUID()));
        user.get("/api/v1/products");

        var response = user.get("/api/v1/products");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().map()).doesNotContainKeys("ratelimit", "ratelimit-policy");
    }
}
