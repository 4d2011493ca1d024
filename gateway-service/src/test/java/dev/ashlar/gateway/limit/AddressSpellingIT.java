package dev.ashlar.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.FakeServices;
import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.ServiceClient;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Uses the properties of {@link RateLimiterIT}, so that both share one gateway. */
@GatewayTest
@TestPropertySource(properties = {"TRUSTED_PROXIES=127\\\\.0\\\\.0\\\\.1", "LIMITS_USER_READ_RATE=0.001",
        "LIMITS_USER_READ_BURST=3", "LIMITS_USER_WRITE_RATE=0.001", "LIMITS_USER_WRITE_BURST=2",
        "LIMITS_ANONYMOUS_READ_RATE=0.001", "LIMITS_ANONYMOUS_READ_BURST=3", "LIMITS_SIGN_IN_RATE=0.001",
        "LIMITS_SIGN_IN_BURST=2"})
class AddressSpellingIT {

    private static final String PRODUCTS = "/api/v1/products";

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @Test
    void countsEachSpellingOfAnAddressAsOneClient() {
        var random = ThreadLocalRandom.current();
        var address = "10.200.%d.%d".formatted(random.nextInt(256), random.nextInt(256));

        var statuses = Stream
                .of(address, address + ":4711", "[::ffff:" + address + "]:443", "unknown, \"" + address + ":1\"")
                .map(spelling -> from(spelling).get(PRODUCTS).status());

        assertThat(statuses).containsExactly(200, 200, 200, 429);
    }

    @Test
    void forwardsTheCanonicalAddress() {
        from("198.51.100.1, [2001:db8:77::7]:443").get(PRODUCTS);

        assertThat(services.named("inventory").lastRequest().header("X-Forwarded-For"))
                .isEqualTo("2001:db8:77:0:0:0:0:7");
    }

    private ServiceClient from(String forwardedFor) {
        return ServiceClient.of(port).with("X-Forwarded-For", forwardedFor);
    }
}
