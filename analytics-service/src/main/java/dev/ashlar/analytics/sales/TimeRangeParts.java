package dev.ashlar.analytics.sales;

import java.util.ArrayList;
import java.util.List;

/**
 * A time range, split into the largest units that have figures.
 *
 * @param whole at most one run of days, two of hours and two of minutes
 * @param edges at most two parts of a minute. Their figures are computed from the facts
 */
record TimeRangeParts(List<WholeUnits> whole, List<TimeRange> edges) {

    /** A range that consists of whole units. */
    record WholeUnits(Granularity granularity, TimeRange range) {}

    static TimeRangeParts of(TimeRange range) {
        var parts = new TimeRangeParts(new ArrayList<>(), new ArrayList<>());
        parts.split(range, 0);
        return parts;
    }

    private void split(TimeRange range, int level) {
        if (range.isEmpty()) {
            return;
        }
        if (level == Granularity.values().length) {
            edges.add(range);
            return;
        }
        var granularity = Granularity.values()[level];
        var units = range.wholeUnits(granularity.unit());
        if (units.isEmpty()) {
            split(range, level + 1);
            return;
        }
        whole.add(new WholeUnits(granularity, units));
        split(new TimeRange(range.from(), units.from()), level + 1);
        split(new TimeRange(units.to(), range.to()), level + 1);
    }
}
