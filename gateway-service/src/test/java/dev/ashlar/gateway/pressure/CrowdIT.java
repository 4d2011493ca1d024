package dev.ashlar.gateway.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Opens more connections than the limit of the port (150) or of one address (40). */
@TightLimits
class CrowdIT {

    @LocalServerPort
    int port;

    private final List<SlowClient> crowd = new ArrayList<>();

    @AfterEach
    void leave() {
        crowd.forEach(SlowClient::close);
    }

    @Test
    void doesNotBlockLivenessByIdleConnections() {
        for (var address = 2; address < 12; address++) {
            crowd.addAll(SlowClient.crowd(30, "127.0.0." + address, port).toList());
        }

        assertAlive();
    }

    @Test
    void doesNotBlockLivenessByIncompleteRequests() {
        for (var address = 2; address < 12; address++) {
            SlowClient.crowd(15, "127.0.0." + address, port).map(client -> client.send("GET /health HTTP/1.1\r\n"))
                    .forEach(crowd::add);
            SlowClient.crowd(15, "127.0.0." + address, port)
                    .map(client -> client.announceBody("/api/v1/sessions", 60_000)).forEach(crowd::add);
        }

        assertAlive();
    }

    @Test
    void ofOneAddressReplacesItsOldestConnectionByItsNewest() {
        crowd.addAll(SlowClient.crowd(70, "127.0.0.2", port).toList());

        await().atMost(Duration.ofSeconds(10)).untilAsserted(
                () -> assertThat(crowd.stream().filter(SlowClient::isOpen)).hasSizeLessThanOrEqualTo(40));
        try (var newest = SlowClient.from("127.0.0.2", port).get("/health")) {
            assertThat(newest.response()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void sendsRetryAfterOnAReplacedConnection() {
        try (var displaced = SlowClient.from("127.0.0.20", port).startBody("/api/v1/sessions", 60_000)) {
            crowd.addAll(SlowClient.crowd(39, "127.0.0.20", port).toList());
            await().pollInterval(Duration.ofMillis(20)).until(() -> {
                crowd.add(SlowClient.from("127.0.0.20", port));
                return displaced.socket().getInputStream().available() > 0;
            });

            assertThat(displaced.response()).startsWith("HTTP/1.1 503").contains("Retry-After: 1");
        }
    }

    private void assertAlive() {
        try (var probe = SlowClient.from("127.0.0.1", port).get("/health")) {
            assertThat(probe.response()).startsWith("HTTP/1.1 200");
        }
    }
}
