package dev.ashlar.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.gateway.FakeServices;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class RoutesIT {

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @ParameterizedTest
    @CsvSource({"/api/v1/users/me, user", "/api/v1/sessions, user", "/.well-known/jwks.json, user",
            "/api/v1/orders, order", "/api/v1/orders/1/cancel, order", "/api/v1/products, inventory",
            "/api/v1/products/1/stock, inventory", "/api/v1/emails, email", "/api/v1/analytics/summary, analytics"})
    void callsTheServiceThatOwnsThePath(String path, String service) {
        assertThat(shopper().get(path).body()).isEqualTo(service);
    }

    @Test
    void forwardsBodiesWithTheirLength() {
        ServiceClient.of(port).post("/api/v1/users", "{\"name\":\"Ada\"}");

        var request = services.named("user").lastRequest();
        assertThat(request.body()).asString().isEqualTo("{\"name\":\"Ada\"}");
        assertThat(request.header("Content-Length")).isEqualTo("14");
    }

    @Test
    void forwardsQueriesUnchanged() {
        ServiceClient.of(port).get("/api/v1/products?q=a%26b+c&limit=2&limit=3");

        assertThat(services.named("inventory").lastRequest().target())
                .isEqualTo("/api/v1/products?q=a%26b+c&limit=2&limit=3");
    }

    private ServiceClient shopper() {
        return ServiceClient.of(port).signedInWith(TestTokens.shopper(UUID.randomUUID()));
    }
}
