package dev.ashlar.analytics.sales;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Exact counts and sums of the orders in one currency, by their creation time. */
@Service
public class SalesFigures {

    /** A day has 1,440 minutes. */
    private static final int MAX_INTERVALS = 2_000;

    private final OrderFigures figures;

    SalesFigures(OrderFigures figures) {
        this.figures = figures;
    }

    /** The orders and the revenue of the range. Any event of an order counts the order as created. */
    public Summary summary(TimeRange range, String currency) {
        return figures.sum(range, currency).toSummary();
    }

    /** The newest 2,000 intervals that have sales, oldest first. The first and the last contain only orders of the range. */
    public List<Interval> sales(Granularity granularity, TimeRange range, String currency) {
        var whole = range.wholeUnits(granularity.unit());
        if (whole.to().isBefore(whole.from())) {
            return part(granularity, range, currency).toList();
        }
        var all = Stream.of(part(granularity, new TimeRange(range.from(), whole.from()), currency),
                figures.newest(MAX_INTERVALS, granularity, whole, currency).stream(),
                part(granularity, new TimeRange(whole.to(), range.to()), currency)).flatMap(intervals -> intervals)
                .toList();
        return all.subList(Math.max(0, all.size() - MAX_INTERVALS), all.size());
    }

    /** The sales in a part of one interval. */
    private Stream<Interval> part(Granularity granularity, TimeRange part, String currency) {
        if (part.isEmpty()) {
            return Stream.empty();
        }
        var sum = figures.sum(part, currency);
        var beginning = part.from().truncatedTo(granularity.unit());
        return sum.sold() == 0 ? Stream.empty() : Stream.of(new Interval(beginning, sum.sold(), sum.revenue()));
    }
}
