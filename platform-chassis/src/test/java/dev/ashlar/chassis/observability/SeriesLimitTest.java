package dev.ashlar.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.Logs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeriesLimitTest {

    @RegisterExtension
    final Logs logs = new Logs();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    SeriesLimitTest() {
        meters.config().meterFilter(new SeriesLimit(3));
    }

    @Test
    void limitsTheSeriesOfAMeterAndLogsItOnce() {
        for (var method = 0; method < 100; method++) {
            meters.counter("requests", "method", "M" + method).increment();
        }

        assertThat(meters.find("requests").counters()).hasSize(3);
        assertThat(logs.saying("A meter has too many series")).hasSize(1);
    }

    @Test
    void countsEachMeterSeparately() {
        meters.counter("requests", "method", "GET").increment();
        meters.counter("answers", "status", "200").increment();
        meters.counter("answers", "status", "404").increment();
        meters.counter("answers", "status", "200").increment();

        assertThat(meters.find("answers").counters()).hasSize(2);
        assertThat(meters.counter("answers", "status", "200").count()).isEqualTo(2);
    }

    @Test
    void acceptsASeriesAgainAfterItsRemoval() {
        for (var round = 0; round < 10; round++) {
            meters.remove(meters.counter("lag", "partition", "0"));
        }
        assertThat(meters.counter("lag", "partition", "0").getId().getName()).isEqualTo("lag");
        assertThat(meters.find("lag").counters()).hasSize(1);
    }
}
