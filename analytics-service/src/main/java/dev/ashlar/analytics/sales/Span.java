package dev.ashlar.analytics.sales;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A span of time: from an instant, inclusive, to a later one, exclusive. Both are whole microseconds, as orders' times are. */
public record Span(Instant from, Instant to) {

    /** The first instant of RFC 3339's years that PostgreSQL's calendar has too. */
    public static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    /** The end of RFC 3339's years, exclusive. */
    public static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** Rounds up: no order's time lies between an instant and the next whole microsecond. */
    public Span {
        from = roundUp(from, ChronoUnit.MICROS);
        to = roundUp(to, ChronoUnit.MICROS);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    /** The whole units in the span; empty if there are none, which may put its end before its beginning. */
    Span whole(ChronoUnit unit) {
        return new Span(roundUp(from, unit), to.truncatedTo(unit));
    }

    private static Instant roundUp(Instant instant, ChronoUnit unit) {
        var down = instant.truncatedTo(unit);
        return down.equals(instant) ? instant : down.plus(unit.getDuration());
    }
}
