package dev.ashlar.analytics.sales;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A time range with an exclusive end. Both ends are whole microseconds, like the times of orders. */
public record TimeRange(Instant from, Instant to) {

    /** The first instant that both RFC 3339 and PostgreSQL support. */
    public static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    /** The exclusive end of the years that RFC 3339 supports. */
    public static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** Rounds up, because no order's time is between an instant and the next whole microsecond. */
    public TimeRange {
        from = roundUp(from, ChronoUnit.MICROS);
        to = roundUp(to, ChronoUnit.MICROS);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    /** The whole units in the range. If there are none, the result is empty and its end may be before its start. */
    TimeRange wholeUnits(ChronoUnit unit) {
        return new TimeRange(roundUp(from, unit), to.truncatedTo(unit));
    }

    private static Instant roundUp(Instant instant, ChronoUnit unit) {
        var down = instant.truncatedTo(unit);
        return down.equals(instant) ? instant : down.plus(unit.getDuration());
    }
}
