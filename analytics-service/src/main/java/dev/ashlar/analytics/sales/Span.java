package dev.ashlar.analytics.sales;

import java.time.Instant;

/** A span of time: from an instant, inclusive, to a later one, exclusive. */
public record Span(Instant from, Instant to) {

    /** The first instant of RFC 3339's years that PostgreSQL's calendar has too. */
    public static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    /** The end of RFC 3339's years. */
    public static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");
}
