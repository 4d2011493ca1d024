package dev.ashlar.analytics.sales;

import static dev.ashlar.analytics.sales.Granularity.DAY;
import static dev.ashlar.analytics.sales.Granularity.HOUR;
import static dev.ashlar.analytics.sales.Granularity.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.analytics.sales.TimeRangeParts.WholeUnits;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeRangePartsTest {

    @Test
    void splitsAllTimeIntoDaysOnly() {
        var allTime = new TimeRange(TimeRange.BEGINNING, TimeRange.END);

        assertThat(TimeRangeParts.of(allTime).whole()).containsExactly(new WholeUnits(DAY, allTime));
        assertThat(TimeRangeParts.of(allTime).edges()).isEmpty();
    }

    @Test
    void usesTheLargestUnitsThatFit() {
        var parts = TimeRangeParts.of(range("2026-01-01T22:58:30Z", "2026-01-03T01:02:03.000004Z"));

        assertThat(parts.whole()).containsExactlyInAnyOrder(
                new WholeUnits(DAY, range("2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z")),
                new WholeUnits(HOUR, range("2026-01-01T23:00:00Z", "2026-01-02T00:00:00Z")),
                new WholeUnits(HOUR, range("2026-01-03T00:00:00Z", "2026-01-03T01:00:00Z")),
                new WholeUnits(MINUTE, range("2026-01-01T22:59:00Z", "2026-01-01T23:00:00Z")),
                new WholeUnits(MINUTE, range("2026-01-03T01:00:00Z", "2026-01-03T01:02:00Z")));
        assertThat(parts.edges()).containsExactlyInAnyOrder(range("2026-01-01T22:58:30Z", "2026-01-01T22:59:00Z"),
                range("2026-01-03T01:02:00Z", "2026-01-03T01:02:03.000004Z"));
    }

    @Test
    void doesNotSplitARangeWithinAMinute() {
        var range = range("2026-01-01T00:00:01Z", "2026-01-01T00:00:59Z");

        assertThat(TimeRangeParts.of(range)).isEqualTo(new TimeRangeParts(List.of(), List.of(range)));
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(Instant.parse(from), Instant.parse(to));
    }
}
