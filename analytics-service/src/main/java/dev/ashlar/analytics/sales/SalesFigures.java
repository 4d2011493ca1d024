package dev.ashlar.analytics.sales;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Exact counts and sums of the orders of one currency, by the time at which orders were created. */
@Service
public class SalesFigures {

    /** More than the minutes of a day. */
    private static final int MOST_INTERVALS = 2_000;

    private final KeptFigures figures;

    SalesFigures(KeptFigures figures) {
        this.figures = figures;
    }

    /** The span's orders and revenue. Every order that any event told of was created. */
    public Summary summary(Span span, String currency) {
        return figures.sum(span, currency).toSummary();
    }

    /** The span's newest 2,000 intervals in which something was sold, oldest first; the outer ones hold only what is in the span. */
    public List<Interval> sales(Granularity granularity, Span span, String currency) {
        var whole = span.whole(granularity.unit());
        if (whole.to().isBefore(whole.from())) {
            return part(granularity, span, currency).toList();
        }
        var all = Stream.of(part(granularity, new Span(span.from(), whole.from()), currency),
                figures.newest(MOST_INTERVALS, granularity, whole, currency).stream(),
                part(granularity, new Span(whole.to(), span.to()), currency)).flatMap(intervals -> intervals).toList();
        return all.subList(Math.max(0, all.size() - MOST_INTERVALS), all.size());
    }

    /** What was sold in a part of one interval. */
    private Stream<Interval> part(Granularity granularity, Span part, String currency) {
        if (part.isEmpty()) {
            return Stream.empty();
        }
        var sum = figures.sum(part, currency);
        var beginning = part.from().truncatedTo(granularity.unit());
        return sum.sold() == 0 ? Stream.empty() : Stream.of(new Interval(beginning, sum.sold(), sum.revenue()));
    }
}
