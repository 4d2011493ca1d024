package dev.ashlar.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.messaging.DeadLetter;
import dev.ashlar.messaging.DeadLetter.State;
import dev.ashlar.messaging.DeadLetterRefused;
import dev.ashlar.messaging.DeadLetters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements on the table {@code dead_letters}. */
final class DeadLetterTable implements DeadLetters {

    private static final String COLUMNS = "id, topic, partition, \"offset\", key, type, reason, first_seen_at, state";

    private final JdbcClient jdbc;
    private final StoredHeaders headers;
    private final Clock clock;

    DeadLetterTable(JdbcClient jdbc, StoredHeaders headers, Clock clock) {
        this.jdbc = jdbc;
        this.headers = headers;
        this.clock = clock;
    }

    /** Adds a letter. Returns false if the table has the source message already. */
    boolean add(ParsedLetter letter) {
        var source = letter.source();
        return jdbc.sql("""
                INSERT INTO dead_letters (id, topic, partition, "offset", source_timestamp, key, headers, payload, type,
                    reason, first_seen_at, changed_at)
                VALUES (:id, :topic, :partition, :offset, :timestamp, :key, :headers, :payload, :type, :reason, :seen, :seen)
                ON CONFLICT DO NOTHING""").param("id", letter.id()).param("topic", source.topic())
                .param("partition", source.partition()).param("offset", source.offset())
                .param("timestamp", source.timestamp()).param("key", source.key())
                .param("headers", headers.write(source.headers())).param("payload", source.value())
                .param("type", letter.type()).param("reason", letter.reason()).param("seen", utc(letter.seenAt()))
                .update() == 1;
    }

    @Override
    public List<DeadLetter> newest(Filter filter, @Nullable UUID before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM dead_letters
                WHERE (:before::uuid IS NULL OR id < :before) AND (:type::text IS NULL OR type = :type)
                  AND (:reason::text IS NULL OR position(lower(:reason) IN lower(reason)) > 0)
                  AND (:key::bytea IS NULL OR key = :key) AND (:state::text IS NULL OR state = :state)
                  AND (:from::timestamptz IS NULL OR first_seen_at >= :from)
                  AND (:to::timestamptz IS NULL OR first_seen_at < :to)
                ORDER BY id DESC LIMIT :limit""").param("before", before).param("type", filter.type())
                .param("reason", filter.reason())
                .param("key", filter.key() == null ? null : filter.key().getBytes(UTF_8))
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("from", filter.from() == null ? null : utc(filter.from()))
                .param("to", filter.to() == null ? null : utc(filter.to())).param("limit", limit)
                .query(DeadLetterTable::letter).list();
    }

    @Override
    public Optional<DeadLetter.Content> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + ", headers, payload, discard_reason FROM dead_letters WHERE id = ?")
                .param(id).query((row, number) -> new DeadLetter.Content(letter(row, number), row.getBytes("payload"),
                        headers.texts(row.getBytes("headers")), row.getString("discard_reason")))
                .optional();
    }

    @Override
    public void replay(UUID id) {
        if (change(id, State.REPLAYING, "state <> 'DISCARDED'") == 0) {
            throw refusal(id);
        }
    }

    @Override
    public int replayAll(@Nullable String type) {
        return jdbc.sql("""
                UPDATE dead_letters SET state = 'REPLAYING', changed_at = :now
                WHERE state = 'PARKED' AND (:type::text IS NULL OR type = :type)""").param("now", utc(clock.instant()))
                .param("type", type).update();
    }

    @Override
    public void discard(UUID id, String reason) {
        var changed = jdbc.sql("""
                UPDATE dead_letters SET state = 'DISCARDED', discard_reason = coalesce(discard_reason, :reason),
                    changed_at = CASE state WHEN 'DISCARDED' THEN changed_at ELSE :now END
                WHERE id = :id AND state <> 'REPLAYED'""").param("reason", reason).param("now", utc(clock.instant()))
                .param("id", id).update();
        if (changed == 0) {
            throw refusal(id);
        }
    }

    private DeadLetterRefused refusal(UUID id) {
        return jdbc.sql("SELECT state FROM dead_letters WHERE id = ?").param(id).query(String.class).optional()
                .<DeadLetterRefused>map(state -> new DeadLetterRefused.WrongState(State.valueOf(state)))
                .orElseGet(DeadLetterRefused.Unknown::new);
    }

    /** A letter to replay, locked until the end of the transaction. */
    record Claimed(UUID id, ConsumerRecord<byte[], byte[]> source) {}

    /** Skips letters that another instance has claimed. */
    Optional<Claimed> claim() {
        return jdbc.sql("""
                SELECT id, topic, partition, "offset", source_timestamp, key, headers, payload FROM dead_letters
                WHERE state = 'REPLAYING' ORDER BY changed_at, id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .query((row, _) -> new Claimed(row.getObject("id", UUID.class),
                        SourceMessage.of(row.getString("topic"), row.getInt("partition"), row.getLong("offset"),
                                row.getLong("source_timestamp"), row.getBytes("key"), row.getBytes("payload"),
                                headers.read(row.getBytes("headers")))))
                .optional();
    }

    void replayed(UUID id) {
        change(id, State.REPLAYED, "true");
    }

    /** The replay failed. Does nothing if an operator has discarded the letter meanwhile. */
    void park(UUID id, String reason) {
        jdbc.sql(
                "UPDATE dead_letters SET state = 'PARKED', reason = ?, changed_at = ? WHERE id = ? AND state = 'REPLAYING'")
                .param(reason).param(utc(clock.instant())).param(id).update();
    }

    private int change(UUID id, State state, String condition) {
        return jdbc.sql("UPDATE dead_letters SET state = ?, changed_at = ? WHERE id = ? AND " + condition)
                .param(state.name()).param(utc(clock.instant())).param(id).update();
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(row.getObject("id", UUID.class), row.getString("topic"), row.getInt("partition"),
                row.getLong("offset"), SourceMessage.text(row.getBytes("key")), row.getString("type"),
                row.getString("reason"), row.getObject("first_seen_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
