package dev.ashlar.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.ServiceClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

/** The peer is the loopback address. Other tests use the same bucket. */
@GatewayTest
@TestPropertySource(properties = {"LIMITS_ANONYMOUS_READ_RATE=0.001", "LIMITS_ANONYMOUS_READ_BURST=3"})
class UntrustedPeerIT {

    @LocalServerPort
    int port;

    @Autowired
    StringRedisTemplate cacheRedis;

    @BeforeEach
    @AfterEach
    void refill() {
        cacheRedis.delete("limit:anonymous-read:127.0.0.1");
    }

    @Test
    void cannotEvadeTheLimitWithForwardedHeaders() {
        var statuses = IntStream.rangeClosed(1, 4).mapToObj(i -> ServiceClient.of(port)
                .with("X-Forwarded-For", "203.0.113." + i).get("/api/v1/products").status());

        assertThat(statuses).containsExactly(200, 200, 200, 429);
    }
}
