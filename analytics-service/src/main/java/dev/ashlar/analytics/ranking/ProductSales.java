package dev.ashlar.analytics.ranking;

import dev.ashlar.analytics.sales.Order;
import dev.ashlar.analytics.sales.RevenueChanged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The exact sums of each product and currency. */
@Repository
class ProductSales {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ProductSales(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Rows are locked in the sequence of their ids, so that orders with the same products cannot deadlock. */
    @EventListener
    void add(RevenueChanged change) {
        var products = jdbc.sql("""
                INSERT INTO product_figures AS f (currency, product_id, quantity, revenue)
                SELECT :currency, product_id, :sign * sum(quantity), :sign * sum(amount)
                FROM unnest(:products::uuid[], :quantities::bigint[], :amounts::numeric[])
                     AS line (product_id, quantity, amount)
                GROUP BY product_id ORDER BY product_id
                ON CONFLICT (currency, product_id) DO UPDATE SET quantity = f.quantity + excluded.quantity,
                                                                 revenue = f.revenue + excluded.revenue
                RETURNING product_id, quantity, revenue""").param("sign", change.sign())
                .param("currency", change.currency())
                .param("products", column(change, Order.Line::productId))
                .param("quantities", column(change, Order.Line::quantity))
                .param("amounts", column(change, Order.Line::amount)).query(ProductSales::figures).list();
        events.publishEvent(new QuantitiesChanged(change.currency(), products));
    }

    /** The products that sold most. */
    List<ProductFigures> top(int limit, String currency) {
        return jdbc.sql("""
                SELECT product_id, quantity, revenue FROM product_figures WHERE currency = ? AND quantity > 0
                ORDER BY quantity DESC, product_id DESC LIMIT ?""").param(currency).param(limit)
                .query(ProductSales::figures).list();
    }

    /** The given products, those that sold most first. */
    List<ProductFigures> of(List<UUID> products, String currency) {
        return jdbc.sql("""
                SELECT product_id, quantity, revenue FROM product_figures
                WHERE currency = ? AND product_id = ANY (?::uuid[]) AND quantity > 0
                ORDER BY quantity DESC, product_id DESC""").param(currency)
                .param(products.stream().map(UUID::toString).toArray(String[]::new)).query(ProductSales::figures)
                .list();
    }

    private static String[] column(RevenueChanged change, Function<Order.Line, Object> value) {
        return change.lines().stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    private static ProductFigures figures(ResultSet row, int number) throws SQLException {
        return new ProductFigures(row.getObject("product_id", UUID.class), row.getLong("quantity"),
                row.getBigDecimal("revenue"));
    }
}
