package dev.ashlar.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.gateway.FakeService;
import dev.ashlar.gateway.FakeServices;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class HeadersIT {

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    private FakeService inventory;

    @BeforeEach
    void find() {
        inventory = services.named("inventory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-User-Id", "X-User-Roles", "X-Roles", "X-Auth-Subject", "X-Session-Id", "Forwarded",
            "X-Forwarded-Host", "X-Real-IP"})
    void removesHeadersThatCouldSpoofAnIdentity(String header) {
        ServiceClient.of(port).with(header, "forged").get("/api/v1/products");

        assertThat(inventory.lastRequest().headers()).doesNotContainKey(header);
    }

    @Test
    void forwardsTheAddressOfThePeerInsteadOfItsClaim() {
        ServiceClient.of(port).with("X-Forwarded-For", "203.0.113.7").get("/api/v1/products");

        assertThat(inventory.lastRequest().headers().get("X-Forwarded-For")).containsExactly("127.0.0.1");
    }

    @Test
    void forwardsTheAccessToken() {
        var token = TestTokens.shopper(UUID.randomUUID());

        ServiceClient.of(port).signedInWith(token).get("/api/v1/products");

        assertThat(inventory.lastRequest().header("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void forwardsTheRequestIdAndRespondsWithItOnce() {
        inventory.at("/api/v1/products/identified", exchange -> {
            exchange.getResponseHeaders().set("X-Request-Id", "of-the-service");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });

        var response = ServiceClient.of(port).with("X-Request-Id", "of-the-caller").get("/api/v1/products/identified");
        ServiceClient.of(port).with("X-Request-Id", "of-the-caller").get("/api/v1/products");

        assertThat(response.headers().allValues("X-Request-Id")).containsExactly("of-the-caller");
        assertThat(inventory.lastRequest().header("X-Request-Id")).isEqualTo("of-the-caller");
    }

    @Test
    void continuesTheTraceOfTheClient() {
        ServiceClient.of(port).with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/api/v1/products");

        assertThat(inventory.lastRequest().headers().get("traceparent")).singleElement().asString()
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-").doesNotContain("b7ad6b7169203331");
    }

    @Test
    void keepsCachingHeadersAndRemovesServerHeaders() {
        inventory.at("/api/v1/products/cacheable", exchange -> {
            var headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "public, max-age=5");
            headers.set("Server", "secret/1.0");
            headers.set("X-Powered-By", "secret");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "DENY");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });

        var headers = ServiceClient.of(port).get("/api/v1/products/cacheable").headers();

        assertThat(headers.allValues("Cache-Control")).containsExactly("public, max-age=5");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by");
    }
}
