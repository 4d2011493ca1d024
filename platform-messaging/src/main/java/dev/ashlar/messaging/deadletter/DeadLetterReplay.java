package dev.ashlar.messaging.deadletter;

import dev.ashlar.messaging.EventHeaders;
import dev.ashlar.messaging.FaultClassifier;
import dev.ashlar.messaging.observability.Cause;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replays dead letters in the sequence of the requests. The lock on the letter, its inbox row, the handler's effect and the letter's
 * new state share one transaction. So two instances never replay one letter twice.
 */
final class DeadLetterReplay {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterReplay.class);

    private final DeadLetterTable table;
    private final Redelivery redelivery;
    private final TransactionTemplate transactions;
    private final FaultClassifier faults;
    private final int rate;

    /** @param rate letters that one run replays at most */
    DeadLetterReplay(DeadLetterTable table, Redelivery redelivery, TransactionTemplate transactions,
            FaultClassifier faults, int rate) {
        this.table = table;
        this.redelivery = redelivery;
        this.transactions = transactions;
        this.faults = faults;
        this.rate = rate;
    }

    /**
     * Ends early while a store is down. The next run continues with the same letter. A letter with an ambiguous fault, such as a
     * timeout, is parked again, because it could block the other letters for ever.
     */
    void run() {
        var left = rate;
        while (left > 0 && replayNext()) {
            left--;
        }
    }

    private boolean replayNext() {
        var current = new AtomicReference<DeadLetterTable.Claimed>();
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> table.claim().map(letter -> {
                current.set(letter);
                redelivery.redeliver(letter.source());
                table.replayed(letter.id());
                return true;
            }).orElse(false)));
        } catch (RuntimeException e) {
            var letter = current.get();
            if (letter == null || faults.isTransient(e) && !faults.isAmbiguous(e)) {
                throw e;
            }
            park(letter, e);
            return true;
        }
    }

    private void park(DeadLetterTable.Claimed letter, RuntimeException e) {
        var reason = DeadLetterWriter.reason(e);
        table.park(letter.id(), reason);
        EventHeaders.log(letter.source(), log.atWarn().addKeyValue("topic", letter.source().topic())
                .addKeyValue("dead_letter", letter.id()).addKeyValue("reason", reason)
                .addKeyValue("cause", Cause.of(e)), "The replay of a dead letter failed");
    }
}
