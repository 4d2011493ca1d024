package dev.ashlar.analytics.sales.web;

import dev.ashlar.analytics.sales.TimeRange;
import dev.ashlar.chassis.web.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The query parameters {@code from} and {@code to}. */
final class TimeRangeParameters {

    private TimeRangeParameters() {}

    /** @throws Problem 400 if the range is empty or has years outside 0001 to 9999 */
    static TimeRange read(@Nullable Instant from, @Nullable Instant to) {
        var begin = from == null ? TimeRange.BEGINNING : check("from", from);
        var end = to == null ? TimeRange.END : check("to", to);
        if (!begin.isBefore(end)) {
            throw Problem.badRequest("from", "must be before to");
        }
        return new TimeRange(begin, end);
    }

    private static Instant check(String name, Instant value) {
        if (value.isBefore(TimeRange.BEGINNING) || !value.isBefore(TimeRange.END)) {
            throw Problem.badRequest(name, "must be in the years 0001 to 9999");
        }
        return value;
    }
}
