package dev.ashlar.messaging.outbox;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The statements of the relay on the table {@code outbox}. */
final class OutboxTable {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Set<String> history;

    /** @param history the topics whose events stay in {@code published_events} */
    OutboxTable(JdbcClient jdbc, JsonMapper json, Set<String> history) {
        this.jdbc = jdbc;
        this.history = history;
        this.json = json;
    }

    record Row(long id, String topic, String key, Map<String, String> headers, @Nullable String payload) {}

    /**
     * Tries to take the topic's lock until the end of the transaction. Locks belong to the schema, so applications do not share them.
     * Versions before ADR 35 hold the first lock exclusively for all topics; sharing it allows a rolling update.
     */
    boolean lock(String topic) {
        return jdbc.sql("""
                SELECT pg_try_advisory_xact_lock_shared(hashtext('outbox'), hashtext(current_schema()))
                   AND pg_try_advisory_xact_lock(hashtext('outbox/' || ?), hashtext(current_schema()))""").param(topic)
                .query(Boolean.class).single();
    }

    /** The topics of all events. Costs one index look-up for each topic, however many rows there are. */
    List<String> topics() {
        return jdbc.sql("""
                WITH RECURSIVE found AS (
                    SELECT min(topic) AS topic FROM outbox
                    UNION ALL
                    SELECT (SELECT min(topic) FROM outbox WHERE topic > found.topic) FROM found WHERE topic IS NOT NULL)
                SELECT topic FROM found WHERE topic IS NOT NULL""").query(String.class).list();
    }

    /** The oldest events of a topic, without those of the given aggregates. */
    List<Row> oldest(String topic, Collection<String> without, int limit) {
        return jdbc.sql("""
                SELECT id, topic, key, headers, payload FROM outbox
                WHERE topic = ? AND key <> ALL (?) ORDER BY id LIMIT ?""").param(topic).param(array(without))
                .param(limit)
                .query((row, _) -> new Row(row.getLong("id"), row.getString("topic"), row.getString("key"),
                        json.readValue(row.getString("headers"), HEADERS), row.getString("payload")))
                .list();
    }

    /** Deletes acknowledged events. An event that was sent twice has one row in the history. */
    void delete(String topic, Collection<Long> ids) {
        var deletion = "DELETE FROM outbox WHERE id = ANY (?)";
        var statement = !history.contains(topic) ? deletion : """
                WITH sent AS (%s RETURNING key, headers)
                INSERT INTO published_events
                SELECT key, headers ->> 'ce_id', headers ->> 'ce_type', (headers ->> 'ce_time')::timestamptz,
                       clock_timestamp(), headers ->> 'x-request-id', headers ->> 'traceparent'
                FROM sent ON CONFLICT DO NOTHING""".formatted(deletion);
        jdbc.sql(statement).param(ids.toArray(Long[]::new)).update();
    }

    /** Counts the events of a topic, up to 10,000. */
    long count(String topic) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM outbox WHERE topic = ? LIMIT 10000) counted").param(topic)
                .query(Long.class).single();
    }

    /** Counts the events of these aggregates. */
    long count(String topic, Collection<String> keys) {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE topic = ? AND key = ANY (?)").param(topic)
                .param(array(keys)).query(Long.class).single();
    }

    /** True if the oldest event of a topic is older than 15 s. */
    boolean isLate(String topic) {
        return jdbc.sql("""
                SELECT created_at < now() - interval '15 seconds' FROM outbox WHERE topic = ? ORDER BY id LIMIT 1""")
                .param(topic).query(Boolean.class).optional().orElse(false);
    }

    /** Counts all events, up to 1,000,000, and finds the oldest. */
    OutboxBacklog.Sample backlog() {
        return jdbc.sql(
                """
                SELECT count(*) AS events, (SELECT created_at FROM outbox ORDER BY id LIMIT 1) AS oldest
                FROM (SELECT FROM outbox LIMIT 1000000) counted""")
                .query((row, _) -> {
                    var oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new OutboxBacklog.Sample(row.getLong("events"), oldest == null ? null : oldest.toInstant());
                }).single();
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
