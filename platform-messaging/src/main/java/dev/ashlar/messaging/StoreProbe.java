package dev.ashlar.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the database does, within 2 s, what every event needs: write an inbox row. What is written is rolled back. */
final class StoreProbe implements BooleanSupplier {

    private static final Logger log = LoggerFactory.getLogger(StoreProbe.class);
    private static final int SECONDS = 2;

    private final Inbox inbox;
    private final TransactionTemplate transactions;

    StoreProbe(Inbox inbox, TransactionTemplate like) {
        this.inbox = inbox;
        this.transactions = new TransactionTemplate(Objects.requireNonNull(like.getTransactionManager()), like);
        transactions.setTimeout(SECONDS);
    }

    @Override
    public boolean getAsBoolean() {
        try {
            transactions.executeWithoutResult(status -> {
                inbox.add("/probe", UuidCreator.getTimeOrderedEpoch().toString());
                status.setRollbackOnly();
            });
            return true;
        } catch (DataAccessException | TransactionException e) {
            log.atDebug().addKeyValue("cause", Cause.of(e)).log("The database does not work");
            return false;
        }
    }
}
