package dev.ashlar.analytics.sales;

import dev.ashlar.analytics.ranking.ProductFigures;
import dev.ashlar.analytics.ranking.ProductSales;
import dev.ashlar.chassis.observability.AfterCommit;
import dev.ashlar.chassis.time.SqlTime;
import java.math.BigDecimal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for each order. A trigger of the table maintains the figures of the order's day, hour and minute. */
@Repository
public class OrderFacts {

    private static final Logger log = LoggerFactory.getLogger(OrderFacts.class);

    private final JdbcClient jdbc;
    private final ProductSales products;

    private record Stored(boolean isNew, OrderProgress progress) {}

    OrderFacts(JdbcClient jdbc, ProductSales products) {
        this.jdbc = jdbc;
        this.products = products;
    }

    /** Counts the change in the caller's transaction. Repeated changes have no effect. */
    public void apply(Order order, OrderProgress change) {
        if (mayBeDeleted(order)) {
            return;
        }
        var stored = lock(order);
        var before = stored.progress();
        var after = before.merge(change);
        if (!after.equals(before)) {
            update(order, after);
        }
        if (stored.isNew() || !after.equals(before)) {
            AfterCommit.run(() -> log.atInfo().addKeyValue("order_id", order.id())
                    .log("Order is counted as {}", after.status()));
        }
        if (after.isSold() != before.isSold()) {
            products.add(order.currency(), sales(order, after.isSold() ? 1 : -1));
        }
    }

    /** The events of a deleted fact, for example in a replay, must not count the order again. */
    private boolean mayBeDeleted(Order order) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM facts_horizon WHERE settled_before >= :created)
                   AND NOT EXISTS (SELECT FROM order_facts WHERE order_id = :id)""")
                .param("created", SqlTime.utc(order.createdAt())).param("id", order.id())
                .query(Boolean.class).single();
    }

    private static List<ProductFigures> sales(Order order, int sign) {
        return order.lines().stream().map(line -> new ProductFigures(line.productId(), sign * line.quantity(),
                line.amount().multiply(BigDecimal.valueOf(sign)))).toList();
    }

    /** The update on conflict changes nothing, but locks the row: concurrent duplicates wait here. */
    private Stored lock(Order order) {
        return jdbc.sql("""
                INSERT INTO order_facts (order_id, created_at, total, currency) VALUES (?, ?, ?, ?)
                ON CONFLICT (order_id) DO UPDATE SET total = order_facts.total
                RETURNING confirmed, rejected, cancelled, xmax = 0 AS is_new""").param(order.id())
                .param(SqlTime.utc(order.createdAt()))
                .param(order.total()).param(order.currency())
                .query((row, _) -> new Stored(row.getBoolean("is_new"), new OrderProgress(row.getBoolean("confirmed"),
                        row.getBoolean("rejected"), row.getBoolean("cancelled"))))
                .single();
    }

    private void update(Order order, OrderProgress progress) {
        jdbc.sql("""
                UPDATE order_facts SET confirmed = ?, rejected = ?, cancelled = ?, learned_at = now()
                WHERE order_id = ?""").param(progress.confirmed()).param(progress.rejected())
                .param(progress.cancelled()).param(order.id()).update();
    }
}
