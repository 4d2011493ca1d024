package dev.ashlar.messaging.outbox;

import dev.ashlar.messaging.observability.Cause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Relays a batch of one topic in one transaction: lock, read, send in order, delete the acknowledged rows. Not thread-safe. */
final class OutboxBatch {

    enum Outcome {
        /** The batch was full, or its time was up: the outbox may have more events. */
        MORE,
        /** The outbox has no event to send, or another instance holds the lock. */
        DONE,
        /** The broker or the database failed. */
        FAILED
    }

    private static final Logger log = LoggerFactory.getLogger(OutboxBatch.class);
    private static final int SIZE = 500;

    /** Pause before an aggregate's rejected event is sent again. Events of other aggregates do not wait. */
    private static final Duration REJECTED_PAUSE = Duration.ofSeconds(10);

    /** With so many rejected aggregates, the fault is the topic's. */
    private static final int MOST_REJECTED = 100;

    private final String topic;
    private final OutboxTable table;
    private final OutboxSender sender;
    private final TransactionTemplate transactions;
    private final UndeliverableEvents undeliverable;
    private final Clock clock;
    private final Map<String, Instant> rejectedUntil = new HashMap<>();
    private String cause = "none";

    OutboxBatch(String topic, OutboxTable table, OutboxSender sender, TransactionTemplate transactions,
            UndeliverableEvents undeliverable, Clock clock) {
        this.topic = topic;
        this.table = table;
        this.sender = sender;
        this.transactions = transactions;
        this.undeliverable = undeliverable;
        this.clock = clock;
    }

    Outcome relay() throws InterruptedException {
        try {
            var outcome = transactions.execute(_ -> table.lock(topic) ? send() : watch());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return outcome;
        } catch (DataAccessException | TransactionException e) {
            cause = Cause.of(e);
            return Outcome.FAILED;
        } catch (RuntimeException | Error e) { // must not end the worker
            Cause.trace(log.atError(), e).log("A batch of the outbox failed");
            cause = Cause.of(e);
            return Outcome.FAILED;
        }
    }

    /** The cause of the last failure. */
    String cause() {
        return cause;
    }

    private Outcome send() {
        rejectedUntil.values().removeIf(until -> !until.isAfter(clock.instant()));
        var rows = table.oldest(topic, rejectedUntil.keySet(), SIZE);
        if (rows.isEmpty()) {
            return Outcome.DONE;
        }
        var result = sender.send(rows);
        table.delete(topic, result.acknowledged());
        setAside(result);
        report(result);
        if (result.failure().isPresent() || rejectedUntil.size() >= MOST_REJECTED) {
            cause = result.failure().orElse("rejects the events of " + rejectedUntil.size() + " aggregates");
            return Outcome.FAILED;
        }
        return rows.size() == SIZE || result.acknowledged().size() < rows.size() ? Outcome.MORE : Outcome.DONE;
    }

    private void setAside(OutboxSender.Result result) {
        result.rejected().keySet().stream().limit(MOST_REJECTED - rejectedUntil.size())
                .forEach(key -> rejectedUntil.put(key, clock.instant().plus(REJECTED_PAUSE)));
    }

    private void report(OutboxSender.Result result) {
        if (result.failure().isPresent()) {
            undeliverable.report(topic, result.failure().get(), table.count(topic));
        } else if (!result.rejected().isEmpty()) {
            undeliverable.report(topic, result.rejected().values().iterator().next(),
                    table.count(topic, rejectedUntil.keySet()));
        } else if (rejectedUntil.isEmpty()) {
            undeliverable.clear(topic);
        }
    }

    /** Another instance relays the topic. This instance reports late events too, because operators may query any instance. */
    private Outcome watch() {
        if (table.isLate(topic)) {
            undeliverable.report(topic, "not_sent_by_another_instance", table.count(topic));
        } else {
            undeliverable.clear(topic);
        }
        return Outcome.DONE;
    }
}
