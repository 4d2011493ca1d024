package dev.ashlar.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.ServiceClient;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class BodyLimitIT {

    private static final int LIMIT = 64 * 1_024;

    @LocalServerPort
    int port;

    @Test
    void forwardsABodyOf64KiB() {
        assertThat(ServiceClient.of(port).post("/api/v1/users", " ".repeat(LIMIT)).status()).isEqualTo(200);
    }

    @Test
    void rejectsALargerBody() {
        assertThat(ServiceClient.of(port).post("/api/v1/users", " ".repeat(LIMIT + 1)).status()).isEqualTo(413);
    }

    @Test
    void rejectsALargerBodyWithoutContentLength() {
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1]));

        assertThat(ServiceClient.of(port).with("Content-Type", "application/json").send("POST", "/api/v1/users", body)
                .status()).isEqualTo(413);
    }
}
