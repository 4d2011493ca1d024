package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** What callers invent makes no metric series. */
@WithoutStores
class MetricsTest {

    private static final int INVENTIONS = 40;

    @Value("${local.server.port}")
    private int port;

    @Value("${local.management.port}")
    private int managementPort;

    @Test
    void haveNoSeriesForWhatCallersInvent() {
        invent("warm-up");
        var before = series();

        IntStream.range(0, INVENTIONS).forEach(number -> invent("X" + number));

        assertThat(series()).isLessThan(before + INVENTIONS);
        assertThat(metrics()).doesNotContain("X39");
    }

    private void invent(String name) {
        for (var http : new RawHttp[]{new RawHttp(port), new RawHttp(managementPort)}) {
            assertThat(http.send(name + " /api/v1/samples").status()).isBetween(400, 499);
            http.send("GET /" + name + "?" + name + "=" + name);
            http.send("GET /api/v1/samples/" + name);
            http.send("GET /api/v1/samples", "User-Agent: " + name, "Accept: text/" + name, "Origin: http://" + name,
                    "X-Request-Id: " + name, "Authorization: " + name + " " + name, "X-Forwarded-For: " + name,
                    "Traceparent: " + name);
            http.json("POST /api/v1/samples", "{\"" + name + "\":1}");
        }
    }

    private long series() {
        return metrics().lines().filter(line -> !line.startsWith("#")).count();
    }

    private String metrics() {
        return new RawHttp(managementPort).send("GET /actuator/prometheus").body();
    }
}
