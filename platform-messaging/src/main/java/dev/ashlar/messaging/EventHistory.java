package dev.ashlar.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events of an aggregate, published or still in the outbox. An application that declares this bean keeps a small row for each event of
 * these topics. The relay inserts the rows by the statement that removes the events from the outbox, so a history costs no transaction.
 */
public final class EventHistory {

    private final JdbcClient jdbc;
    private final Set<String> topics;

    public EventHistory(JdbcClient jdbc, Set<String> topics) {
        this.jdbc = jdbc;
        this.topics = topics;
    }

    /**
     * @param at when the aggregate changed
     * @param publishedAt when Kafka had acknowledged the event; null while the event is in the outbox
     */
    public record Entry(String type, String eventId, Instant at, @Nullable Instant publishedAt, Origin origin) {}

    /** The topics that keep a history. */
    public Set<String> topics() {
        return topics;
    }

    /** The events of an aggregate, oldest first. Events that older versions of the application have published are missing. */
    public List<Entry> of(UUID aggregate) {
        return jdbc.sql("""
                SELECT type, event_id, happened_at, published_at, request_id, traceparent FROM published_events
                WHERE key = :key
                UNION ALL
                SELECT headers ->> 'ce_type', headers ->> 'ce_id', (headers ->> 'ce_time')::timestamptz, NULL,
                       headers ->> 'x-request-id', headers ->> 'traceparent'
                FROM outbox WHERE key = :key AND topic = ANY (:topics)
                ORDER BY happened_at""").param("key", aggregate.toString())
                .param("topics", topics.toArray(String[]::new)).query(EventHistory::entry).list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var published = row.getObject("published_at", OffsetDateTime.class);
        return new Entry(row.getString("type"), row.getString("event_id"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                published == null ? null : published.toInstant(),
                new Origin(row.getString("request_id"), row.getString("traceparent")));
    }
}
