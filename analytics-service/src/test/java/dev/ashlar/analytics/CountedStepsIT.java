package dev.ashlar.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.ServiceClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningAnalyticsService
class CountedStepsIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PATH = "/api/v1/analytics/steps?order_id=";

    @LocalServerPort
    private int port;

    @Test
    void showTheLastEventThatWasCounted() {
        var order = Purchase.of(1, UuidCreator.getTimeOrderedEpoch(), "1.00", Instant.parse("2018-01-01T12:00:00Z"))
                .created().confirmedIn("checkout-7", TRACE);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var steps = ServiceClient.admin(port).get(PATH + order.id()).is(200);
            assertThat(steps.items("step")).containsExactly("counted");
            assertThat(steps.text("/items/0/request_id")).isEqualTo("checkout-7");
            assertThat(steps.text("/items/0/trace_id")).isEqualTo(TRACE);
        });
    }

    @Test
    void areForAdminsOnly() {
        var path = PATH + UuidCreator.getTimeOrderedEpoch();

        ServiceClient.of(port).get(path).is(401);
        ServiceClient.shopper(port).get(path).is(403);
        assertThat(ServiceClient.admin(port).get(path).is(200).body()).isEqualTo("{\"items\":[]}");
    }
}
