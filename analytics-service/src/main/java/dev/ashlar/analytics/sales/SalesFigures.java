package dev.ashlar.analytics.sales;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exact counts and sums, by the time at which orders were created. */
@Repository
public class SalesFigures {

    /** More than the minutes of a day. */
    private static final int MOST_INTERVALS = 2_000;

    private final JdbcClient jdbc;

    SalesFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The span's orders and revenue. Every order that any event told of was created. */
    public Summary summary(Span span) {
        return jdbc.sql("""
                SELECT count(*) AS created,
                       count(*) FILTER (WHERE confirmed) AS confirmed,
                       count(*) FILTER (WHERE rejected) AS rejected,
                       count(*) FILTER (WHERE cancelled) AS cancelled,
                       coalesce(sum(total) FILTER (WHERE confirmed AND NOT cancelled), 0.00) AS revenue,
                       coalesce(round(avg(total) FILTER (WHERE confirmed AND NOT cancelled), 2), 0.00) AS average
                FROM order_facts WHERE created_at >= ? AND created_at < ?""").param(Timestamp.from(span.from()))
                .param(Timestamp.from(span.to())).query((row, _) -> new Summary(row.getLong("created"),
                        row.getLong("confirmed"), row.getLong("rejected"), row.getLong("cancelled"),
                        row.getBigDecimal("revenue"), row.getBigDecimal("average")))
                .single();
    }

    /** The span's newest 2,000 intervals in which something was sold, oldest first; the outer ones hold only what is in the span. */
    public List<Interval> sales(Granularity granularity, Span span) {
        return jdbc.sql("""
                SELECT date_trunc(?, created_at, 'UTC') AS beginning, count(*) AS orders, sum(total) AS revenue
                FROM order_facts WHERE confirmed AND NOT cancelled AND created_at >= ? AND created_at < ?
                GROUP BY beginning ORDER BY beginning DESC LIMIT ?""").param(granularity.name())
                .param(Timestamp.from(span.from())).param(Timestamp.from(span.to())).param(MOST_INTERVALS)
                .query((row, _) -> new Interval(row.getTimestamp("beginning").toInstant(), row.getLong("orders"),
                        row.getBigDecimal("revenue")))
                .list().reversed();
    }
}
