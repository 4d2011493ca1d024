package dev.ashlar.analytics.sales;

import dev.ashlar.analytics.version.FiguresVersions;
import dev.ashlar.chassis.time.SqlTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures of each day, hour and minute. A trigger of {@code order_facts} maintains them. */
@Repository
class OrderFigures {

    private static final String WHOLE_UNITS = """
            SELECT coalesce(sum(created), 0) AS created, coalesce(sum(confirmed), 0) AS confirmed,
                   coalesce(sum(rejected), 0) AS rejected, coalesce(sum(cancelled), 0) AS cancelled,
                   coalesce(sum(sold), 0) AS sold, coalesce(sum(revenue), 0.00) AS revenue
            FROM unnest(:units::text[], :froms::timestamptz[], :tos::timestamptz[]) AS run (unit, start, stop)
            JOIN order_figures f ON f.currency = :currency AND f.unit = run.unit
                                AND f.beginning >= run.start AND f.beginning < run.stop
            """;

    /**
     * If facts of a minute were deleted, only the figures of the whole minute remain. They count for the range that contains the start of
     * the minute.
     */
    private static final String EDGES = """
            UNION ALL (
            WITH edge AS (SELECT start, stop, date_trunc('minute', start, 'UTC') AS minute
                          FROM unnest(:edge_froms::timestamptz[], :edge_tos::timestamptz[]) AS edge (start, stop)),
            incomplete AS (
                SELECT edge.start, f.* FROM edge
                JOIN order_figures f ON f.currency = :currency AND f.unit = 'minute' AND f.beginning = edge.minute
                WHERE f.created > (SELECT count(*) FROM order_facts WHERE currency = :currency
                                   AND created_at >= edge.minute AND created_at < edge.minute + interval '1 minute'))
            SELECT count(*), count(*) FILTER (WHERE confirmed), count(*) FILTER (WHERE rejected),
                   count(*) FILTER (WHERE cancelled), count(*) FILTER (WHERE confirmed AND NOT cancelled),
                   coalesce(sum(total) FILTER (WHERE confirmed AND NOT cancelled), 0.00)
            FROM edge JOIN order_facts ON currency = :currency AND created_at >= edge.start AND created_at < edge.stop
            WHERE edge.minute NOT IN (SELECT beginning FROM incomplete)
            UNION ALL
            SELECT created, confirmed, rejected, cancelled, sold, revenue FROM incomplete WHERE start = beginning)""";

    private final JdbcClient jdbc;
    private final FiguresVersions versions;

    OrderFigures(JdbcClient jdbc, FiguresVersions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /** The figures of the range, from one snapshot. Reads the facts only for parts of a minute. */
    Figures sum(TimeRange range, String currency) {
        var parts = TimeRangeParts.of(range);
        var whole = parts.whole();
        var edges = parts.edges();
        return jdbc.sql(versions.active().sql(edges.isEmpty() ? WHOLE_UNITS : WHOLE_UNITS + EDGES))
                .param("currency", currency)
                .param("units", column(whole, run -> run.granularity().column()))
                .param("froms", column(whole, run -> timestamp(run.range().from())))
                .param("tos", column(whole, run -> timestamp(run.range().to())))
                .param("edge_froms", column(edges, edge -> timestamp(edge.from())))
                .param("edge_tos", column(edges, edge -> timestamp(edge.to()))).query(Figures::of).list().stream()
                .reduce(Figures.NONE, Figures::plus);
    }

    /** The newest intervals that have sales, oldest first. */
    List<Interval> newest(int limit, Granularity granularity, TimeRange whole, String currency) {
        return jdbc.sql(versions.active().sql("""
                SELECT beginning, sold, revenue FROM order_figures
                WHERE currency = ? AND unit = ? AND beginning >= ?::timestamptz AND beginning < ?::timestamptz
                  AND sold > 0
                ORDER BY beginning DESC LIMIT ?""")).param(currency).param(granularity.column())
                .param(timestamp(whole.from())).param(timestamp(whole.to())).param(limit)
                .query((row, _) -> new Interval(Objects.requireNonNull(SqlTime.instant(row, "beginning")),
                        row.getLong("sold"),
                        row.getBigDecimal("revenue")))
                .list().reversed();
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** ISO 8601 requires a plus sign before years above 9999. PostgreSQL does not accept the sign. */
    private static String timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toString().replace("+10000", "10000");
    }
}
