package dev.ashlar.analytics.sales;

import java.util.ArrayList;
import java.util.List;

/**
 * A span cut into the largest intervals that have figures.
 *
 * @param kept runs of whole days, hours and minutes: at most one, two and two
 * @param edges parts of a minute, at most two: only the orders themselves tell what belongs to them
 */
record Pieces(List<Kept> kept, List<Span> edges) {

    /** A run of whole intervals of one length. */
    record Kept(Granularity granularity, Span span) {}

    static Pieces of(Span span) {
        var pieces = new Pieces(new ArrayList<>(), new ArrayList<>());
        pieces.cut(span, 0);
        return pieces;
    }

    private void cut(Span span, int level) {
        if (span.isEmpty()) {
            return;
        }
        if (level == Granularity.values().length) {
            edges.add(span);
            return;
        }
        var granularity = Granularity.values()[level];
        var whole = span.whole(granularity.unit());
        if (whole.isEmpty()) {
            cut(span, level + 1);
            return;
        }
        kept.add(new Kept(granularity, whole));
        cut(new Span(span.from(), whole.from()), level + 1);
        cut(new Span(whole.to(), span.to()), level + 1);
    }
}
