package dev.ashlar.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.Caller;
import dev.ashlar.gateway.GatewayTest;
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
        assertThat(Caller.of(port).post("/api/v1/users", " ".repeat(LIMIT)).statusCode()).isEqualTo(200);
    }

    @Test
    void rejectsALargerBody() {
        assertThat(Caller.of(port).post("/api/v1/users", " ".repeat(LIMIT + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void rejectsALargerBodyWithoutContentLength() {
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1]));

        assertThat(Caller.of(port).with("Content-Type", "application/json").send("POST", "/api/v1/users", body)
                .statusCode()).isEqualTo(413);
    }
}
