package dev.ashlar.chassis.observability;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For log lines about a change, because a change that is rolled back did not happen. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs the work on the same thread after the current transaction has committed; immediately if there is none. */
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
