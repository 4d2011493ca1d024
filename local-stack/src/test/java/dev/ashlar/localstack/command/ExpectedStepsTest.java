package dev.ashlar.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class ExpectedStepsTest {

    @Test
    void reportTheMissingReservation() {
        var stuck = new ExpectedSteps("PENDING", List.of("accepted", "published", "mailed", "counted"), Set.of());
        assertThat(stuck.missing()).containsExactly("reserved or refused");
        assertThat(stuck.notKnown()).isEmpty();

        var waiting = new ExpectedSteps("PENDING", List.of("accepted", "mailed"),
                Set.of("published", "reserved", "refused", "released", "counted"));
        assertThat(waiting.missing()).isEmpty();
        assertThat(waiting.notKnown()).containsExactly("published", "reserved or refused", "counted");
    }

    @Test
    void reportTheMissingMail() {
        var confirmed = new ExpectedSteps("CONFIRMED",
                List.of("accepted", "published", "reserved", "confirmed", "mailed", "counted"), Set.of());

        assertThat(confirmed.missing()).containsExactly("mailed (1 of 2)");
    }

    @Test
    void reportTheMissingRelease() {
        assertThat(cancelled("accepted", "published", "reserved", "cancelled", "mailed", "mailed", "counted"))
                .containsExactly("released");
        assertThat(cancelled("accepted", "published", "cancelled", "mailed", "mailed", "counted")).isEmpty();
        assertThat(cancelled("accepted", "published", "reserved", "confirmed", "cancelled", "released", "mailed",
                "mailed", "counted")).containsExactly("mailed (2 of 3)");
    }

    private static List<String> cancelled(String... seen) {
        return new ExpectedSteps("CANCELLED", List.of(seen), Set.of()).missing();
    }
}
