package dev.ashlar.analytics.sales;

import dev.ashlar.analytics.ranking.ProductFigures;
import dev.ashlar.analytics.ranking.ProductSales;
import dev.ashlar.analytics.version.FiguresVersion;
import dev.ashlar.analytics.version.FiguresVersions;
import dev.ashlar.chassis.observability.AfterCommit;
import dev.ashlar.chassis.time.SqlTime;
import dev.ashlar.messaging.Origin;
import dev.ashlar.messaging.TraceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for each order. A trigger of the table maintains the figures of the order's day, hour and minute. */
@Repository
public class OrderFacts {

    private static final Logger log = LoggerFactory.getLogger(OrderFacts.class);

    private final JdbcClient jdbc;
    private final FiguresVersions versions;
    private final ProductSales products;
    private final TraceContext traces;

    private record Stored(boolean isNew, OrderProgress progress) {}

    OrderFacts(JdbcClient jdbc, FiguresVersions versions, ProductSales products, TraceContext traces) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.products = products;
        this.traces = traces;
    }

    /**
     * The last change of an order that was counted.
     *
     * @param eventId null if an older version of the service counted it
     */
    public record Counted(Instant at, @Nullable String eventId, Origin origin) {}

    /** Empty if the order is not counted, or its fact was deleted. */
    public Optional<Counted> counted(UUID order) {
        var statement = "SELECT learned_at, event_id, request_id, traceparent FROM order_facts WHERE order_id = ?";
        return jdbc.sql(versions.active().sql(statement)).param(order)
                .query((row, _) -> new Counted(Objects.requireNonNull(SqlTime.instant(row, "learned_at")),
                        row.getString("event_id"),
                        new Origin(row.getString("request_id"), row.getString("traceparent"))))
                .optional();
    }

    /**
     * Counts the change in the caller's transaction. Repeated changes have no effect.
     *
     * @param eventId of the event that reports the change
     */
    public void apply(Order order, OrderProgress change, String eventId) {
        apply(new Target(versions.lockActive(), true), order, change, eventId);
    }

    /** As {@link #apply}, in the version that is not in use. */
    public void rebuild(FiguresVersion version, Order order, OrderProgress change, String eventId) {
        apply(new Target(version, false), order, change, eventId);
    }

    private record Target(FiguresVersion version, boolean active) {}

    private void apply(Target target, Order order, OrderProgress change, String eventId) {
        if (mayBeDeleted(target, order)) {
            return;
        }
        var stored = lock(target, order, eventId);
        var before = stored.progress();
        var after = before.merge(change);
        if (!after.equals(before)) {
            update(target, order, after, eventId);
        }
        if (target.active() && (stored.isNew() || !after.equals(before))) {
            AfterCommit.run(() -> log.atInfo().addKeyValue("order_id", order.id())
                    .log("Order is counted as {}", after.status()));
        }
        if (after.isSold() != before.isSold()) {
            products.add(target.version(), target.active(), order.currency(), sales(order, after.isSold() ? 1 : -1));
        }
    }

    /** The events of a deleted fact, for example in a replay, must not count the order again. */
    private boolean mayBeDeleted(Target target, Order order) {
        return jdbc.sql(target.version().sql("""
                SELECT EXISTS (SELECT FROM facts_horizon WHERE settled_before >= :created)
                   AND NOT EXISTS (SELECT FROM order_facts WHERE order_id = :id)"""))
                .param("created", SqlTime.utc(order.createdAt())).param("id", order.id())
                .query(Boolean.class).single();
    }

    private static List<ProductFigures> sales(Order order, int sign) {
        return order.lines().stream().map(line -> new ProductFigures(line.productId(), sign * line.quantity(),
                line.amount().multiply(BigDecimal.valueOf(sign)))).toList();
    }

    /**
     * The update on conflict changes nothing, but locks the row: concurrent duplicates wait here. Inserts nothing if the version has been
     * switched since it was read.
     */
    private Stored lock(Target target, Order order, String eventId) {
        var origin = traces.origin();
        return jdbc.sql(target.version().sql("""
                INSERT INTO order_facts (order_id, created_at, total, currency, event_id, request_id, traceparent)
                SELECT ?, ?, ?, ?, ?, ?, ? FROM figures_version WHERE (active = ?) = ?
                ON CONFLICT (order_id) DO UPDATE SET total = order_facts.total
                RETURNING confirmed, rejected, cancelled, xmax = 0 AS is_new""")).param(order.id())
                .param(SqlTime.utc(order.createdAt()))
                .param(order.total()).param(order.currency()).param(eventId).param(origin.requestId())
                .param(origin.traceparent()).param(target.version().code()).param(target.active())
                .query((row, _) -> new Stored(row.getBoolean("is_new"), new OrderProgress(row.getBoolean("confirmed"),
                        row.getBoolean("rejected"), row.getBoolean("cancelled"))))
                .optional().orElseThrow(FiguresVersions::switching);
    }

    private void update(Target target, Order order, OrderProgress progress, String eventId) {
        var origin = traces.origin();
        jdbc.sql(target.version().sql("""
                UPDATE order_facts SET confirmed = ?, rejected = ?, cancelled = ?, learned_at = now(),
                       event_id = ?, request_id = ?, traceparent = ?
                WHERE order_id = ?""")).param(progress.confirmed()).param(progress.rejected())
                .param(progress.cancelled()).param(eventId).param(origin.requestId()).param(origin.traceparent())
                .param(order.id()).update();
    }
}
