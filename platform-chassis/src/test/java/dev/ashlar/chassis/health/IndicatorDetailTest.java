package dev.ashlar.chassis.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

class IndicatorDetailTest {

    private final HealthIndicator up = () -> Health.up().withDetail("hits", 3).build();

    @Test
    void hasTheNameThatSpringBootDerivesFromTheBeanName() {
        var details = IndicatorDetail.without(List.of(), Map.of("cacheHealthIndicator", up, "held_events", up));

        assertThat(details).extracting(HealthDetail::name).containsExactlyInAnyOrder("cache", "held_events");
    }

    @Test
    void leavesOutAnIndicatorWithTheNameOfACheck() {
        var check = HealthCheck.optional("kafka", () -> {});

        assertThat(IndicatorDetail.without(List.of(check), Map.of("kafkaHealthIndicator", up))).isEmpty();
    }

    @Test
    void showsTheDetailsOfAnIndicatorThatIsUp() {
        var detail = new IndicatorDetail("cache", up);

        assertThat(detail.figures()).containsEntry("hits", 3);
        assertThat(detail.degraded()).isFalse();
    }

    @Test
    void isDegradedByTheStatusDegraded() {
        HealthIndicator slow = () -> Health.status("DEGRADED").withDetail("missing", List.of("orders")).build();
        var detail = new IndicatorDetail("topics", slow);

        assertThat(detail.figures()).containsEntry("missing", List.of("orders"));
        assertThat(detail.degraded()).isTrue();
    }

    @Test
    void throwsWhileTheIndicatorIsDown() {
        var detail = new IndicatorDetail("outbox", () -> Health.down().withDetail("error", "secret").build());

        assertThatIllegalStateException().isThrownBy(detail::figures).withMessage("outbox is down");
        assertThat(detail.degraded()).isTrue();
    }
}
