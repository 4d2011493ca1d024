package dev.ashlar.gateway.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@TightLimits
class SlowBodiesIT {

    @LocalServerPort
    int port;

    @Test
    void doNotBlockSignInOfOthers() {
        var slow = SlowClient.crowd(20, "127.0.0.2", port) // the limit of a service is 5 requests
                .map(client -> client.announceBody("/api/v1/sessions", 60_000)).toList();
        try {
            var caller = ServiceClient.of(port);
            assertThat(caller.post("/api/v1/sessions", "{}").status()).isEqualTo(200);
            assertThat(caller.get("/.well-known/jwks.json").status()).isEqualTo(200);
            assertThat(caller.get("/health").status()).isEqualTo(200);
        } finally {
            slow.forEach(SlowClient::close);
        }
    }
}
