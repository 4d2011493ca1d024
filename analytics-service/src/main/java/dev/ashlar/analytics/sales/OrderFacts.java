package dev.ashlar.analytics.sales;

import dev.ashlar.chassis.observability.AfterCommit;
import java.sql.Timestamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of each order. A trigger of the table keeps the figures of its day, hour and minute. */
@Repository
public class OrderFacts {

    private static final Logger log = LoggerFactory.getLogger(OrderFacts.class);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final SettledOrders settled;

    private record Known(boolean isNew, Progress progress) {}

    OrderFacts(JdbcClient jdbc, ApplicationEventPublisher events, SettledOrders settled) {
        this.jdbc = jdbc;
        this.events = events;
        this.settled = settled;
    }

    /** Adds the news to what is known, in the caller's transaction. */
    public void learn(Order order, Progress news) {
        if (settled.contain(order)) {
            return;
        }
        var known = lock(order);
        var before = known.progress();
        var after = before.and(news);
        if (!after.equals(before)) {
            update(order, after);
        }
        if (known.isNew() || !after.equals(before)) {
            AfterCommit.run(() -> log.atInfo().addKeyValue("order_id", order.id())
                    .log("Order is counted as {}", after.status()));
        }
        if (after.isSold() != before.isSold()) {
            events.publishEvent(new RevenueChanged(order.currency(), order.lines(), after.isSold() ? 1 : -1));
        }
    }

    /** The conflicting update changes nothing, but locks the row: twins that come at the same time take turns here. */
    private Known lock(Order order) {
        return jdbc.sql("""
                INSERT INTO order_facts (order_id, created_at, total, currency) VALUES (?, ?, ?, ?)
                ON CONFLICT (order_id) DO UPDATE SET total = order_facts.total
                RETURNING confirmed, rejected, cancelled, xmax = 0 AS is_new""").param(order.id())
                .param(Timestamp.from(order.createdAt()))
                .param(order.total()).param(order.currency())
                .query((row, _) -> new Known(row.getBoolean("is_new"), new Progress(row.getBoolean("confirmed"),
                        row.getBoolean("rejected"), row.getBoolean("cancelled"))))
                .single();
    }

    private void update(Order order, Progress progress) {
        jdbc.sql("""
                UPDATE order_facts SET confirmed = ?, rejected = ?, cancelled = ?, learned_at = now()
                WHERE order_id = ?""").param(progress.confirmed()).param(progress.rejected())
                .param(progress.cancelled()).param(order.id()).update();
    }
}
