package dev.ashlar.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "REDIS_SESSIONS_URL=redis://127.0.0.1:1", "REDIS_CACHE_URL=redis://127.0.0.1:1"})
class SessionStoreDownIT {

    /** RS256, at+jwt, with an unknown signature: the gateway cannot check it. */
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6ImsifQ.eyJzdWIiOiJ4In0.AAAA";

    @LocalServerPort
    int port;

    @Test
    void respondsWith503InsteadOf401Or200() {
        var response = ServiceClient.of(port).signedInWith(TOKEN).get("/api/v1/orders");

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void isNotReadyBeforeTheSessionStoreHasRespondedOnce() {
        var response = ServiceClient.of(port).get("/health/ready");

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.body()).contains("\"redis_sessions\":{\"status\":\"down\"").contains("\"degraded\":true");
    }
}
