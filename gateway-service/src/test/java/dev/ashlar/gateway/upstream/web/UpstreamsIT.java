package dev.ashlar.gateway.upstream.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.FakeServices;
import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
class UpstreamsIT {

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @Autowired
    MeterRegistry meters;

    @Test
    void areShownToAdmins() {
        await().untilAsserted(() -> assertThat(instance("inventory-service").path("state").asString())
                .isEqualTo("healthy"));
        var before = instance("inventory-service").path("requests").asLong();
        ServiceClient.of(port).get("/api/v1/products");

        var instance = instance("inventory-service");
        assertThat(instance.path("address").asString()).isEqualTo(services.named("inventory").url());
        assertThat(instance.path("requests").asLong()).isEqualTo(before + 1);
        assertThat(instance.path("in_flight").asInt()).isZero();
        assertThat(upstream("inventory-service").path("algorithm").asString()).isEqualTo("least-connections");
    }

    @Test
    void areHiddenFromOthers() {
        assertThat(ServiceClient.of(port).get("/api/v1/gateway/upstreams").status()).isEqualTo(401);
        assertThat(ServiceClient.of(port).signedInWith(TestTokens.shopper(UUID.randomUUID()))
                .get("/api/v1/gateway/upstreams").status()).isEqualTo(403);
    }

    @Test
    void areMeasuredByInstance() {
        ServiceClient.of(port).get("/api/v1/products");

        assertThat(meters.get("ashlar.instance.requests").tag("upstream", "inventory-service")
                .tag("instance", services.named("inventory").url()).functionCounter().count()).isPositive();
    }

    private JsonNode instance(String name) {
        return upstream(name).path("instances").path(0);
    }

    private JsonNode upstream(String name) {
        var response = ServiceClient.of(port).signedInWith(TestTokens.admin(UUID.randomUUID()))
                .get("/api/v1/gateway/upstreams");
        return JsonMapper.shared().readTree(response.body()).path("upstreams").valueStream()
                .filter(one -> one.path("name").asString().equals(name)).findAny().orElseThrow();
    }
}
