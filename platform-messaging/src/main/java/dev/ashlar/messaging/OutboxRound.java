package dev.ashlar.messaging;

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

/** One round of a topic's relay, in one transaction: lock, send in order, delete what was acknowledged. Not thread-safe. */
final class OutboxRound {

    /** How a round ended. */
    enum Outcome {
        /** A full batch was sent, or time was up before the batch was: there may be more. */
        MORE,
        /** The outbox has no event to send, or another instance is at it. */
        DONE,
        /** The broker or the database did not do its part. */
        FAILED
    }

    private static final Logger log = LoggerFactory.getLogger(OutboxRound.class);
    private static final int BATCH = 500;

    /** Until an aggregate with a refused event is tried again; the event of another one may be taken. */
    private static final Duration REFUSED_FOR = Duration.ofSeconds(10);

    /** With more of them, the topic refuses everything rather than single events. */
    private static final int MOST_REFUSED = 100;

    private final String topic;
    private final OutboxTable table;
    private final OutboxSender sender;
    private final TransactionTemplate transactions;
    private final Undeliverable undeliverable;
    private final Clock clock;
    private final Map<String, Instant> refusedUntil = new HashMap<>();
    private String cause = "none";

    OutboxRound(String topic, OutboxTable table, OutboxSender sender, TransactionTemplate transactions,
            Undeliverable undeliverable, Clock clock) {
        this.topic = topic;
        this.table = table;
        this.sender = sender;
        this.transactions = transactions;
        this.undeliverable = undeliverable;
        this.clock = clock;
    }

    Outcome run() throws InterruptedException {
        try {
            var outcome = transactions.execute(_ -> table.lock(topic) ? relay() : watch());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return outcome;
        } catch (DataAccessException | TransactionException e) {
            cause = Cause.of(e);
            return Outcome.FAILED;
        } catch (RuntimeException | Error e) {
            Cause.trace(log.atError(), e).log("A round of the relay failed"); // and the next one may not: the relay never ends
            cause = Cause.of(e);
            return Outcome.FAILED;
        }
    }

    /** Why the last round that failed did so. */
    String cause() {
        return cause;
    }

    private Outcome relay() {
        refusedUntil.values().removeIf(until -> !until.isAfter(clock.instant()));
        var rows = table.oldest(topic, refusedUntil.keySet(), BATCH);
        if (rows.isEmpty()) {
            return Outcome.DONE;
        }
        var sent = sender.send(rows);
        table.delete(sent.acknowledged());
        setAside(sent);
        report(sent);
        if (sent.failure().isPresent() || refusedUntil.size() >= MOST_REFUSED) {
            cause = sent.failure().orElse("refuses the events of " + refusedUntil.size() + " aggregates");
            return Outcome.FAILED;
        }
        return rows.size() == BATCH || sent.acknowledged().size() < rows.size() ? Outcome.MORE : Outcome.DONE;
    }

    private void setAside(OutboxSender.Sent sent) {
        sent.refused().keySet().stream().limit(MOST_REFUSED - refusedUntil.size())
                .forEach(key -> refusedUntil.put(key, clock.instant().plus(REFUSED_FOR)));
    }

    private void report(OutboxSender.Sent sent) {
        if (sent.failure().isPresent()) {
            undeliverable.report(topic, sent.failure().get(), table.waiting(topic));
        } else if (!sent.refused().isEmpty()) {
            undeliverable.report(topic, sent.refused().values().iterator().next(),
                    table.waiting(topic, refusedUntil.keySet()));
        } else if (refusedUntil.isEmpty()) {
            undeliverable.clear(topic);
        }
    }

    /** Another instance relays. If it can't deliver, this instance tells it as well: an operator may ask any of them. */
    private Outcome watch() {
        if (table.isLate(topic)) {
            undeliverable.report(topic, "not_sent_by_another_instance", table.waiting(topic));
        } else {
            undeliverable.clear(topic);
        }
        return Outcome.DONE;
    }
}
