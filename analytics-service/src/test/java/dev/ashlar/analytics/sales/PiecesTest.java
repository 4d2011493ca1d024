package dev.ashlar.analytics.sales;

import static dev.ashlar.analytics.sales.Granularity.DAY;
import static dev.ashlar.analytics.sales.Granularity.HOUR;
import static dev.ashlar.analytics.sales.Granularity.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.analytics.sales.Pieces.Kept;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void cutsAllTimeIntoDaysAlone() {
        var allTime = new Span(Span.BEGINNING, Span.END);

        assertThat(Pieces.of(allTime).kept()).containsExactly(new Kept(DAY, allTime));
        assertThat(Pieces.of(allTime).edges()).isEmpty();
    }

    @Test
    void usesTheLargestUnitsThatFit() {
        var pieces = Pieces.of(span("2026-01-01T22:58:30Z", "2026-01-03T01:02:03.000004Z"));

        assertThat(pieces.kept()).containsExactlyInAnyOrder(
                new Kept(DAY, span("2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z")),
                new Kept(HOUR, span("2026-01-01T23:00:00Z", "2026-01-02T00:00:00Z")),
                new Kept(HOUR, span("2026-01-03T00:00:00Z", "2026-01-03T01:00:00Z")),
                new Kept(MINUTE, span("2026-01-01T22:59:00Z", "2026-01-01T23:00:00Z")),
                new Kept(MINUTE, span("2026-01-03T01:00:00Z", "2026-01-03T01:02:00Z")));
        assertThat(pieces.edges()).containsExactlyInAnyOrder(span("2026-01-01T22:58:30Z", "2026-01-01T22:59:00Z"),
                span("2026-01-03T01:02:00Z", "2026-01-03T01:02:03.000004Z"));
    }

    @Test
    void leavesASpanWithinAMinuteWhole() {
        var span = span("2026-01-01T00:00:01Z", "2026-01-01T00:00:59Z");

        assertThat(Pieces.of(span)).isEqualTo(new Pieces(List.of(), List.of(span)));
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }
}
