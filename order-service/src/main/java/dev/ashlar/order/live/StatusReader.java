package dev.ashlar.order.live;

import dev.ashlar.chassis.time.SqlTime;
import dev.ashlar.messaging.EventHistory;
import dev.ashlar.order.Order.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the status of orders. Only the history of events has a status that another one has replaced. */
@Repository
class StatusReader {

    private static final String COLUMNS = "SELECT id, version, status, reason, updated_at FROM orders WHERE ";
    private static final Map<String, Status> BY_EVENT = Map.of("order.created", Status.PENDING, "order.confirmed",
            Status.CONFIRMED, "order.rejected", Status.REJECTED, "order.cancelled", Status.CANCELLED);

    private final JdbcClient jdbc;
    private final EventHistory history;

    StatusReader(JdbcClient jdbc, EventHistory history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** Empty if the user has no such order. */
    Optional<StatusChange> current(UUID order, UUID owner) {
        return jdbc.sql(COLUMNS + "id = ? AND user_id = ?").param(order).param(owner).query(StatusReader::change)
                .optional();
    }

    /** By one statement, however many orders there are. */
    List<StatusChange> current(Collection<UUID> orders) {
        return jdbc.sql(COLUMNS + "id = ANY (?)").param(orders.toArray(UUID[]::new)).query(StatusReader::change)
                .list();
    }

    /** The changes from a version to the current one, oldest first. An order of an older release may lack some of them. */
    List<StatusChange> since(long version, StatusChange current) {
        if (current.version() <= version + 1) {
            return current.version() > version ? List.of(current) : List.of();
        }
        var events = history.of(current.orderId());
        var before = IntStream.range(0, events.size()).filter(i -> i + 1 > version && i + 1 < current.version())
                .mapToObj(i -> new StatusChange(current.orderId(), i + 1L, BY_EVENT.get(events.get(i).type()), null,
                        events.get(i).at()));
        return Stream.concat(events.size() == current.version() ? before : Stream.empty(), Stream.of(current)).toList();
    }

    private static StatusChange change(ResultSet row, int number) throws SQLException {
        return new StatusChange(row.getObject("id", UUID.class), row.getLong("version"),
                Status.valueOf(row.getString("status")), row.getString("reason"),
                Objects.requireNonNull(SqlTime.instant(row, "updated_at")));
    }
}
