package dev.ashlar.messaging.subscription;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.messaging.ReceivedEvent;
import dev.ashlar.messaging.observability.Cause;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Records each handled event in the transaction of its handler, so the handler takes effect once (ADR 4). */
final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int PROBE_SECONDS = 2;

    private final JdbcClient jdbc;
    private final TransactionTemplate probe;

    Inbox(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.probe = new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()),
                transactions);
        probe.setTimeout(PROBE_SECONDS);
    }

    /** Returns whether the event is new. Waits if another transaction has added the event and not yet ended. */
    boolean add(ReceivedEvent event) {
        return add(event.source(), event.id());
    }

    /** Adds the events and returns the keys of those that are new. An event that occurs twice has one key. */
    Set<ReceivedEvent.Key> addAll(List<ReceivedEvent> events) {
        var added = jdbc.sql("""
                INSERT INTO inbox (source, event_id) SELECT * FROM unnest(?::text[], ?::text[])
                ON CONFLICT DO NOTHING RETURNING source, event_id""")
                .param(events.stream().map(ReceivedEvent::source).toArray(String[]::new))
                .param(events.stream().map(ReceivedEvent::id).toArray(String[]::new))
                .query((row, _) -> new ReceivedEvent.Key(row.getString("source"), row.getString("event_id"))).list();
        return new HashSet<>(added);
    }

    private boolean add(String source, String event) {
        return jdbc.sql("INSERT INTO inbox (source, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(source).param(event).update() == 1;
    }

    /** Tests whether a row can be inserted within 2 s. Rolls the row back. */
    boolean isWritable() {
        try {
            probe.executeWithoutResult(status -> {
                add("/probe", UuidCreator.getTimeOrderedEpoch().toString());
                status.setRollbackOnly();
            });
            return true;
        } catch (DataAccessException | TransactionException e) {
            log.atDebug().addKeyValue("cause", Cause.of(e)).log("The inbox is not writable");
            return false;
        }
    }
}
