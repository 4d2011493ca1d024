package dev.ashlar.chassis.messaging;

import dev.ashlar.chassis.backlog.Waiting;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as its relay sees it. */
final class OutboxTable {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OutboxTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(long id, String topic, String key, Map<String, String> headers, @Nullable String payload) {}

    /** Takes the relay's lock until the transaction ends; the lock is the schema's, so each service has its own. */
    boolean lock() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('outbox'), hashtext(current_schema()))")
                .query(Boolean.class).single();
    }

    List<Row> oldest(int limit) {
        return jdbc.sql("SELECT id, topic, key, headers, payload FROM outbox ORDER BY id LIMIT ?").param(limit)
                .query((row, _) -> new Row(row.getLong("id"), row.getString("topic"), row.getString("key"),
                        json.readValue(row.getString("headers"), HEADERS), row.getString("payload")))
                .list();
    }

    void delete(Collection<Long> ids) {
        jdbc.sql("DELETE FROM outbox WHERE id = ANY (?)").param(ids.toArray(Long[]::new)).update();
    }

    Waiting backlog() {
        return jdbc.sql(
                "SELECT count(*) AS events, (SELECT created_at FROM outbox ORDER BY id LIMIT 1) AS oldest FROM outbox")
                .query((row, _) -> {
                    var oldest = row.getTimestamp("oldest");
                    return new Waiting(row.getLong("events"), oldest == null ? null : oldest.toInstant());
                }).single();
    }
}
