package dev.ashlar.chassis.messaging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** One round of the relay, in one transaction: lock, send in order, delete what was acknowledged. */
final class OutboxRound {

    /** How a round ended. */
    enum Outcome {
        /** A full batch was sent, or time was up before the batch was: there may be more. */
        MORE,
        /** The outbox is empty, or another instance is at it. */
        DONE,
        /** The broker or the database did not do its part. */
        FAILED
    }

    private static final Logger log = LoggerFactory.getLogger(OutboxRound.class);
    private static final int BATCH = 500;

    private final OutboxTable table;
    private final OutboxSender sender;
    private final TransactionTemplate transactions;

    OutboxRound(OutboxTable table, OutboxSender sender, TransactionTemplate transactions) {
        this.table = table;
        this.sender = sender;
        this.transactions = transactions;
    }

    Outcome run() throws InterruptedException {
        try {
            var outcome = transactions.execute(_ -> table.lock() ? relay() : Outcome.DONE);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return outcome;
        } catch (DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("cause", e.getClass().getSimpleName()).log("The outbox can't be read");
            return Outcome.FAILED;
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("A round of the relay failed"); // and the next one may not: the relay never ends
            return Outcome.FAILED;
        }
    }

    private Outcome relay() {
        var rows = table.oldest(BATCH);
        if (rows.isEmpty()) {
            return Outcome.DONE;
        }
        var sent = sender.send(rows);
        table.delete(sent.acknowledged());
        if (sent.failed()) {
            return Outcome.FAILED;
        }
        return rows.size() == BATCH || sent.acknowledged().size() < rows.size() ? Outcome.MORE : Outcome.DONE;
    }
}
