package dev.ashlar.analytics.sales.web;

import dev.ashlar.analytics.sales.Span;
import dev.ashlar.chassis.web.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The query parameters {@code from} and {@code to}. */
final class SpanParameters {

    private SpanParameters() {}

    /** @throws Problem 400 if the span is empty or leaves the calendar */
    static Span read(@Nullable Instant from, @Nullable Instant to) {
        var begin = from == null ? Span.BEGINNING : check("from", from);
        var end = to == null ? Span.END : check("to", to);
        if (!begin.isBefore(end)) {
            throw Problem.badRequest("from", "must be before to");
        }
        return new Span(begin, end);
    }

    private static Instant check(String name, Instant given) {
        if (given.isBefore(Span.BEGINNING) || !given.isBefore(Span.END)) {
            throw Problem.badRequest(name, "must be in the years 0001 to 9999");
        }
        return given;
    }
}
