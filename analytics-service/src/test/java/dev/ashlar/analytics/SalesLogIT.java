package dev.ashlar.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.Logs;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The log shows each change of a counted order. */
@RunningAnalyticsService
class SalesLogIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @RegisterExtension
    final Logs logs = new Logs();

    @Test
    void logsEachChangeOnceWithItsRequestAndTrace() {
        var order = Purchase.of(1, UuidCreator.getTimeOrderedEpoch(), "1.00", Instant.parse("2019-01-01T12:00:00Z"))
                .created().confirmedIn("checkout-7", TRACE);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(logs.with("order_id", order.id())).extracting(Logs.Line::text)
                        .containsExactly("Order is counted as PENDING", "Order is counted as CONFIRMED"));
        assertThat(logs.with("order_id", order.id()).getLast()).satisfies(line -> {
            assertThat(line.requestId()).isEqualTo("checkout-7");
            assertThat(line.traceId()).isEqualTo(TRACE);
        });
    }
}
