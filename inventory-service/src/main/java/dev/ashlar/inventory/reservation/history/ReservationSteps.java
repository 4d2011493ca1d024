package dev.ashlar.inventory.reservation.history;

import dev.ashlar.chassis.steps.Step;
import dev.ashlar.chassis.time.SqlTime;
import dev.ashlar.messaging.EventHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Derives an order's steps from its inventory events. The reservation fills gaps: older versions kept no history of events, and an order
 * that is cancelled before its reservation has no event.
 */
@Component
public class ReservationSteps {

    private static final Map<String, String> STEPS = Map.of("inventory.reserved", "reserved", "inventory.rejected",
            "refused", "inventory.released", "released");

    private final EventHistory history;
    private final JdbcClient jdbc;

    ReservationSteps(EventHistory history, JdbcClient jdbc) {
        this.history = history;
        this.jdbc = jdbc;
    }

    /** Empty if there is no such order. */
    public List<Step> of(UUID order) {
        var steps = new ArrayList<Step>();
        history.of(order).stream().filter(event -> STEPS.containsKey(event.type()))
                .forEach(event -> steps.add(new Step(STEPS.get(event.type()), event.at(), event.eventId(),
                        event.origin().requestId(), event.origin().traceId())));
        stored(order).stream()
                .filter(known -> steps.stream().noneMatch(step -> step.step().equals(known.step())))
                .forEach(steps::add);
        return steps;
    }

    private List<Step> stored(UUID order) {
        return jdbc.sql("""
                SELECT state, created_at, updated_at,
                       EXISTS (SELECT FROM reservation_lines l WHERE l.order_id = r.order_id) AS has_lines
                FROM reservations r WHERE order_id = ?""").param(order).query(ReservationSteps::steps).list().stream()
                .flatMap(List::stream).toList();
    }

    private static List<Step> steps(ResultSet row, int number) throws SQLException {
        var created = Objects.requireNonNull(SqlTime.instant(row, "created_at"));
        var updated = Objects.requireNonNull(SqlTime.instant(row, "updated_at"));
        return switch (row.getString("state")) {
            case "RESERVED" -> List.of(Step.of("reserved", created));
            case "REJECTED" -> List.of(Step.of("refused", updated));
            default -> row.getBoolean("has_lines")
                    ? List.of(Step.of("reserved", created), Step.of("released", updated))
                    : List.of(Step.of("released", updated));
        };
    }
}
