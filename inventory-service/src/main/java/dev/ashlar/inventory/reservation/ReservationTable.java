package dev.ashlar.inventory.reservation;

import dev.ashlar.inventory.stock.Line;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of reservations. */
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

    /** Opens a reservation; false if there is one for the order, or was. */
    boolean open(UUID order, List<Line> lines) {
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
     * Closes a reservation for good. One statement for all cases, so that a concurrent twin or the order itself waits for it:
     * what is reserved becomes released, what is unknown is kept out, what is decided otherwise stays.
     *
     * @return what was reserved until now, which is nothing if the order was unknown; empty if the reservation was closed before
     */
    Optional<List<Line>> release(UUID order) {
        var closed = jdbc.sql("""
                INSERT INTO reservations (order_id, state, created_at, updated_at) VALUES (:order, 'RELEASED', :now, :now)
                ON CONFLICT (order_id) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at
                WHERE reservations.state = 'RESERVED'""").param("order", order).param("now", now()).update() == 1;
        return closed ? Optional.of(lines(order)) : Optional.empty();
    }

    private List<Line> lines(UUID order) {
        return jdbc.sql("SELECT product_id, quantity FROM reservation_lines WHERE order_id = ? ORDER BY product_id")
                .param(order).query(Line.class).list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
