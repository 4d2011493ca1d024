package dev.ashlar.inventory.reservation;

import dev.ashlar.chassis.time.SqlTime;
import dev.ashlar.inventory.reservation.events.InventoryEvent.Reason;
import dev.ashlar.inventory.stock.StockLine;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code reservations} and {@code reservation_lines}. */
@Component
class ReservationTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    ReservationTable(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Inserts a reservation in the state RESERVED. Returns false if the order has one already, in any state. */
    boolean open(UUID order, List<StockLine> lines) {
        var opened = jdbc.sql("""
                INSERT INTO reservations (order_id, state, created_at, updated_at) VALUES (:order, 'RESERVED', :now, :now)
                ON CONFLICT DO NOTHING""").param("order", order).param("now", now()).update() == 1;
        if (opened) {
            batches.batchUpdate("INSERT INTO reservation_lines (order_id, product_id, quantity) VALUES (?, ?, ?)",
                    lines.stream().map(line -> new Object[]{order, line.productId(), line.quantity()}).toList());
        }
        return opened;
    }

    void reject(UUID order, Reason reason) {
        jdbc.sql(
                "UPDATE reservations SET state = 'REJECTED', reason = :reason, updated_at = :now WHERE order_id = :order")
                .param("reason", reason.code()).param("now", now()).param("order", order).update();
    }

    /**
     * Changes RESERVED to RELEASED. Inserts RELEASED for an unknown order, so that it can't be reserved later. One statement does
     * both, so a concurrent transaction of the same order waits for this one.
     *
     * @return the lines that were reserved, none for an unknown order; empty if the reservation was rejected or released before
     */
    Optional<List<StockLine>> release(UUID order) {
        var released = jdbc.sql("""
                INSERT INTO reservations (order_id, state, created_at, updated_at) VALUES (:order, 'RELEASED', :now, :now)
                ON CONFLICT (order_id) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at
                WHERE reservations.state = 'RESERVED'""").param("order", order).param("now", now()).update() == 1;
        return released ? Optional.of(lines(order)) : Optional.empty();
    }

    List<UUID> productsOf(Collection<UUID> orders) {
        return jdbc.sql("SELECT DISTINCT product_id FROM reservation_lines WHERE order_id = ANY (?)")
                .param(orders.toArray(UUID[]::new)).query(UUID.class).list();
    }

    private List<StockLine> lines(UUID order) {
        return jdbc.sql("SELECT product_id, quantity FROM reservation_lines WHERE order_id = ? ORDER BY product_id")
                .param(order).query(StockLine.class).list();
    }

    private OffsetDateTime now() {
        return SqlTime.utc(clock.instant());
    }
}
