package dev.ashlar.analytics.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Counts and sums of orders in one currency.
 *
 * @param sold the orders that count as revenue: confirmed and not cancelled
 */
record Figures(long created, long confirmed, long rejected, long cancelled, long sold, BigDecimal revenue) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, new BigDecimal("0.00"));

    static Figures of(ResultSet row, int number) throws SQLException {
        return new Figures(row.getLong("created"), row.getLong("confirmed"), row.getLong("rejected"),
                row.getLong("cancelled"), row.getLong("sold"), row.getBigDecimal("revenue"));
    }

    Figures plus(Figures other) {
        return new Figures(created + other.created, confirmed + other.confirmed, rejected + other.rejected,
                cancelled + other.cancelled, sold + other.sold, revenue.add(other.revenue));
    }

    Summary toSummary() {
        var average = sold == 0 ? revenue : revenue.divide(BigDecimal.valueOf(sold), 2, RoundingMode.HALF_UP);
        return new Summary(created, confirmed, rejected, cancelled, revenue, average);
    }
}
