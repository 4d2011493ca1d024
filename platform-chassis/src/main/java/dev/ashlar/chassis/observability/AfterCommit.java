package dev.ashlar.chassis.observability;

import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs work that must follow a committed change, such as a log line. The work must not throw: its caller would see a failed change. */
public final class AfterCommit {

    private AfterCommit() {}

    /**
     * Runs the work on the same thread after the current transaction has committed; immediately if there is none. Its log lines have
     * the request id and the trace id of this call, because the events of one transaction may have different ones.
     */
    public static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        var context = MDC.getCopyOfContextMap();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                var outer = MDC.getCopyOfContextMap();
                MDC.setContextMap(context);
                try {
                    work.run();
                } finally {
                    MDC.setContextMap(outer);
                }
            }
        });
    }
}
