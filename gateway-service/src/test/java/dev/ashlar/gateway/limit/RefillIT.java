package dev.ashlar.gateway.limit;

import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = {"LIMITS_USER_READ_RATE=2", "LIMITS_USER_READ_BURST=1"})
class RefillIT {

    @LocalServerPort
    int port;

    @Test
    void acceptsRequestsAgainAfterTheRefill() {
        var user = ServiceClient.of(port).signedInWith(TestTokens.shopper(UUID.randomUUID()));
        await().until(() -> user.get("/api/v1/products").status() == 429);

        await().untilAsserted(() -> assertThat(user.get("/api/v1/products").status()).isEqualTo(200));
    }
}
