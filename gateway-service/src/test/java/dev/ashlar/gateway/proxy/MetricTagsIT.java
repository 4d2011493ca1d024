package dev.ashlar.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients cannot increase the number of metric series. */
@GatewayTest
class MetricTagsIT {

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    @Test
    void doNotGrowWithInventedMethods() {
        var token = "Authorization: Bearer " + TestTokens.shopper(UUID.randomUUID());
        new RawHttp(port).send("M0 /api/v1/products", token);
        var before = meters.getMeters().size();

        for (var i = 1; i <= 40; i++) {
            var response = new RawHttp(port).send("M" + i + " /api/v1/products", token).isProblem(405);
            assertThat(response.header("Allow")).hasSize(1);
        }

        assertThat(meters.getMeters()).hasSizeLessThan(before + 5);
    }

    @Test
    void doNotGrowWithInventedUriPatternsAndPaths() {
        ServiceClient.of(port).with("URI_PATTERN", "/0").get("/api/v1/products/0");
        var before = meters.getMeters().size();

        for (var i = 1; i <= 40; i++) {
            ServiceClient.of(port).with("URI_PATTERN", "/" + i).with("User-Agent", "a" + i)
                    .get("/api/v1/products/" + i);
        }

        assertThat(meters.getMeters()).hasSizeLessThan(before + 5);
    }
}
