package dev.ashlar.messaging;

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

    /**
     * Takes the topic's lock until the transaction ends; the lock is the schema's, so each service has its own. Earlier versions
     * relay all topics under the first lock; sharing it keeps both versions from sending the same rows during a rolling update.
     */
    boolean lock(String topic) {
        return jdbc.sql("""
                SELECT pg_try_advisory_xact_lock_shared(hashtext('outbox'), hashtext(current_schema()))
                   AND pg_try_advisory_xact_lock(hashtext('outbox/' || ?), hashtext(current_schema()))""").param(topic)
                .query(Boolean.class).single();
    }

    /** Topics that have events in the outbox. One index look-up for each topic, however many rows there are. */
    List<String> topics() {
        return jdbc.sql("""
                WITH RECURSIVE found AS (
                    SELECT min(topic) AS topic FROM outbox
                    UNION ALL
                    SELECT (SELECT min(topic) FROM outbox WHERE topic > found.topic) FROM found WHERE topic IS NOT NULL)
                SELECT topic FROM found WHERE topic IS NOT NULL""").query(String.class).list();
    }

    /** The oldest events of a topic, but for those of the given aggregates. */
    List<Row> oldest(String topic, Collection<String> without, int limit) {
        return jdbc.sql("""
                SELECT id, topic, key, headers, payload FROM outbox
                WHERE topic = ? AND key <> ALL (?) ORDER BY id LIMIT ?""").param(topic).param(array(without))
                .param(limit)
                .query((row, _) -> new Row(row.getLong("id"), row.getString("topic"), row.getString("key"),
                        json.readValue(row.getString("headers"), HEADERS), row.getString("payload")))
                .list();
    }

    void delete(Collection<Long> ids) {
        jdbc.sql("DELETE FROM outbox WHERE id = ANY (?)").param(ids.toArray(Long[]::new)).update();
    }

    /** How many events of a topic wait; counts no further than 10,000. */
    long waiting(String topic) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM outbox WHERE topic = ? LIMIT 10000) counted").param(topic)
                .query(Long.class).single();
    }

    /** How many events of these aggregates wait. */
    long waiting(String topic, Collection<String> keys) {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE topic = ? AND key = ANY (?)").param(topic)
                .param(array(keys)).query(Long.class).single();
    }

    /** Whether the oldest event of a topic is older than 15 s. */
    boolean isLate(String topic) {
        return jdbc.sql("""
                SELECT created_at < now() - interval '15 seconds' FROM outbox WHERE topic = ? ORDER BY id LIMIT 1""")
                .param(topic).query(Boolean.class).optional().orElse(false);
    }

    /** How many events wait, and since when the oldest has. Counts no further than 1,000,000. */
    OutboxBacklog.Waiting backlog() {
        return jdbc.sql(
                """
                SELECT count(*) AS events, (SELECT created_at FROM outbox ORDER BY id LIMIT 1) AS oldest
                FROM (SELECT FROM outbox LIMIT 1000000) counted""")
                .query((row, _) -> {
                    var oldest = row.getTimestamp("oldest");
                    return new OutboxBacklog.Waiting(row.getLong("events"), oldest == null ? null : oldest.toInstant());
                }).single();
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
