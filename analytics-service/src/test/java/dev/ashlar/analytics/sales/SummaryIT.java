package dev.ashlar.analytics.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.analytics.RunningAnalyticsService;
import dev.ashlar.chassis.time.SqlTime;
import dev.ashlar.testing.ServiceClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RunningAnalyticsService
class SummaryIT {

    private static final List<OrderProgress> CHANGES = List.of(OrderProgress.CREATED, OrderProgress.CONFIRMED,
            OrderProgress.REJECTED,
            OrderProgress.cancelled(true), OrderProgress.cancelled(false));
    private static final AtomicInteger YEARS = new AtomicInteger(1930);

    private final Instant newYear = Instant.parse(YEARS.incrementAndGet() + "-01-01T00:00:00Z");

    @LocalServerPort
    private int port;
    @Autowired
    private OrderFacts facts;
    @Autowired
    private SalesFigures figures;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transactions;

    @Test
    void computesAllTimeWithoutReadingFacts() {
        sold("10.00", "USD", newYear);
        var admin = ServiceClient.admin(port);

        transactions.executeWithoutResult(_ -> {
            jdbc.sql("LOCK TABLE order_facts IN ACCESS EXCLUSIVE MODE").update();

            assertThat(admin.get("/api/v1/analytics/summary").status()).isEqualTo(200);
            assertThat(admin.get("/api/v1/analytics/sales?granularity=minute").status()).isEqualTo(200);
        });
    }

    @Test
    void neverMixesCurrencies() {
        sold("10.00", "USD", newYear);
        sold("20.00", "EUR", newYear);
        apply(order("40.00", "EUR", newYear.plusSeconds(90)), OrderProgress.REJECTED);

        var year = "?from=%s&to=%s".formatted(newYear, newYear.plus(Duration.ofDays(365)));
        assertThat(ServiceClient.admin(port).get("/api/v1/analytics/summary" + year).body()).isEqualTo("""
                {"orders_created":1,"orders_confirmed":1,"orders_rejected":0,"orders_cancelled":0,\
                "revenue":10.00,"average_order_value":10.00}""");
        assertThat(ServiceClient.admin(port).get("/api/v1/analytics/summary" + year + "&currency=EUR").body())
                .isEqualTo("""
                {"orders_created":2,"orders_confirmed":1,"orders_rejected":1,"orders_cancelled":0,\
                "revenue":20.00,"average_order_value":20.00}""");
        assertThat(ServiceClient.admin(port).get("/api/v1/analytics/sales" + year + "&currency=EUR").body()).isEqualTo("""
                {"items":[{"from":"%s","orders":1,"revenue":20.00}]}""".formatted(newYear));
        assertThat(ServiceClient.admin(port).get("/api/v1/analytics/summary" + year + "&currency=JPY").body())
                .contains("\"orders_created\":0");
    }

    @Test
    void equalsASumOfTheFactsInAnyTimeRange() {
        var random = new Random(42);
        for (var i = 0; i < 200; i++) {
            var order = order("%d.%02d".formatted(random.nextInt(100), random.nextInt(100)),
                    random.nextBoolean() ? "USD" : "EUR", near(random));
            for (var changes = random.nextInt(4); changes >= 0; changes--) { // in any sequence, with duplicates
                apply(order, CHANGES.get(random.nextInt(CHANGES.size())));
            }
        }

        for (var i = 0; i < 300; i++) {
            var one = near(random);
            var other = near(random);
            var range = one.isBefore(other) ? new TimeRange(one, other) : new TimeRange(other, one.plusNanos(1));
            assertThat(figures.summary(range, "USD")).as("%s", range).isEqualTo(expected(range));
            for (var granularity : Granularity.values()) {
                assertThat(figures.sales(granularity, range, "USD")).as("%s of %s", granularity, range)
                        .isEqualTo(expected(granularity, range));
            }
        }
    }

    @Test
    void countsDeletedFactsInWholeMinutes() {
        sold("10.00", "USD", newYear.plusSeconds(30));
        sold("20.00", "USD", newYear.plusSeconds(70));
        jdbc.sql("DELETE FROM order_facts WHERE created_at < ? AND created_at >= ?")
                .param(SqlTime.utc(newYear.plusSeconds(60))).param(SqlTime.utc(newYear))
                .update();

        assertThat(revenue(0, 120)).isEqualByComparingTo("30.00");
        assertThat(revenue(0, 10)).isEqualByComparingTo("10.00"); // the minute counts for the range that contains its start
        assertThat(revenue(10, 120)).isEqualByComparingTo("20.00");
        assertThat(revenue(10, 40)).isEqualByComparingTo("0");
    }

    /** A time within a few days, often exactly on a minute, an hour or a day. */
    private Instant near(Random random) {
        var units = List.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofNanos(1_000));
        var instant = newYear;
        for (var unit : units.subList(0, 1 + random.nextInt(units.size()))) {
            instant = instant.plus(unit.multipliedBy(random.nextInt(3)));
        }
        return instant;
    }

    private BigDecimal revenue(int fromSecond, int toSecond) {
        return figures.summary(new TimeRange(newYear.plusSeconds(fromSecond), newYear.plusSeconds(toSecond)), "USD")
                .revenue();
    }

    private void sold(String total, String currency, Instant at) {
        apply(order(total, currency, at), OrderProgress.CONFIRMED);
    }

    private void apply(Order order, OrderProgress change) {
        transactions.executeWithoutResult(_ -> facts.apply(order, change, "event-1"));
    }

    private static Order order(String total, String currency, Instant at) {
        var price = new BigDecimal(total);
        var line = new Order.Line(UUID.fromString("00000000-0000-7000-8000-000000000001"), 1, price);
        return new Order(UuidCreator.getTimeOrderedEpoch(), at, price, currency, List.of(line));
    }

    private Summary expected(TimeRange range) {
        return jdbc.sql("""
                SELECT count(*) AS created, count(*) FILTER (WHERE confirmed) AS confirmed,
                       count(*) FILTER (WHERE rejected) AS rejected, count(*) FILTER (WHERE cancelled) AS cancelled,
                       coalesce(sum(total) FILTER (WHERE confirmed AND NOT cancelled), 0.00) AS revenue,
                       coalesce(round(avg(total) FILTER (WHERE confirmed AND NOT cancelled), 2), 0.00) AS average
                FROM order_facts WHERE currency = 'USD' AND created_at >= ? AND created_at < ?""")
                .param(SqlTime.utc(range.from())).param(SqlTime.utc(range.to()))
                .query((row, _) -> new Summary(row.getLong("created"), row.getLong("confirmed"),
                        row.getLong("rejected"), row.getLong("cancelled"), row.getBigDecimal("revenue"),
                        row.getBigDecimal("average")))
                .single();
    }

    private List<Interval> expected(Granularity granularity, TimeRange range) {
        return jdbc.sql("""
                SELECT date_trunc(?, created_at, 'UTC') AS beginning, count(*) AS orders, sum(total) AS revenue
                FROM order_facts WHERE currency = 'USD' AND confirmed AND NOT cancelled AND created_at >= ? AND created_at < ?
                GROUP BY beginning ORDER BY beginning""").param(granularity.name())
                .param(SqlTime.utc(range.from()))
                .param(SqlTime.utc(range.to())).query((row, _) -> new Interval(
                        SqlTime.instant(row, "beginning"), row.getLong("orders"),
                        row.getBigDecimal("revenue")))
                .list();
    }
}
