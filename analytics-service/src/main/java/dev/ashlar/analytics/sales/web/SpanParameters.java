package dev.ashlar.analytics.sales.web;

import dev.ashlar.analytics.sales.Span;
import dev.ashlar.chassis.web.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The query parameters {@code from} and {@code to}. */
final class SpanParameters {

    private SpanParameters() {}

    /** @throws Problem 400 if the span is empty or leaves the calendar */
    static Span read(@Nullable Instant from, @Nullable Instant to) {
        var span = new Span(check("from", from, Span.BEGINNING), check("to", to, Span.END));
        if (!span.from().isBefore(span.to())) {
            throw Problem.badRequest("from", "must be before to");
        }
        return span;
    }

    private static Instant check(String name, @Nullable Instant given, Instant otherwise) {
        var instant = given == null ? otherwise : given;
        if (instant.isBefore(Span.BEGINNING) || instant.truncatedTo(ChronoUnit.MICROS).isAfter(Span.END)) {
            throw Problem.badRequest(name, "must be in the years 0001 to 9999");
        }
        return instant;
    }
}
