package dev.ashlar.localstack.command;

import java.util.concurrent.locks.LockSupport;

/** Whether the supervisor carries out an order. The thread that asks and the thread that is told of Ctrl-C share this object. */
final class Acceptance {

    private boolean open;
    private boolean accepted;
    private boolean ending;

    /** Before each attempt. After Ctrl-C there is no further attempt: the JVM ends. */
    void ask() {
        while (!begin()) {
            LockSupport.park();
        }
    }

    private synchronized boolean begin() {
        open = !ending;
        return open;
    }

    synchronized void answered(boolean success) {
        open = false;
        accepted = success;
        notifyAll();
    }

    /** Waits for the answer to an attempt that is under way. */
    synchronized boolean isAcceptedInTheEnd() {
        ending = true;
        try {
            while (open) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return accepted;
    }
}
