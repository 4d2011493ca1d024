package dev.ashlar.chassis.observability;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For log lines that tell of a change: a change whose transaction is rolled back did not happen. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs the work once the current transaction has committed, on the same thread; at once if there is none. */
    public static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
