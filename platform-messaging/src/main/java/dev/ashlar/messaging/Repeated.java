package dev.ashlar.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again on a virtual thread of its own, with pauses, until it is stopped. Thread-safe. */
final class Repeated {

    /** A pause that only {@link #wake()} ends. */
    static final Duration UNTIL_WOKEN = Duration.ofDays(36_500);

    private static final Logger log = LoggerFactory.getLogger(Repeated.class);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

    /** What is repeated. */
    @FunctionalInterface
    interface Work {

        /**
         * Does the work once.
         *
         * @param woken whether {@link #wake()} ended the last pause
         * @return the pause until the next run
         */
        Duration run(boolean woken) throws InterruptedException;

        /** Runs once after the last run, unless the work was interrupted. */
        default void finish() throws InterruptedException {}

        /** Runs once after the work was interrupted. */
        default void interrupted() {}
    }

    private final String name;
    private final Work work;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread current;
    private volatile @Nullable Thread last;

    /** @param name of the thread */
    Repeated(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    /** @param pause before the first run */
    synchronized void start(Duration pause) {
        var thread = Thread.ofVirtual().name(name).unstarted(() -> run(pause));
        woken.drainPermits();
        current = thread;
        last = thread;
        thread.start();
    }

    boolean isRunning() {
        return current != null;
    }

    /** Ends the pause, or else the next one. */
    void wake() {
        woken.release();
    }

    /** Ends the work after the current run. Returns at once. */
    synchronized void stop() {
        current = null;
        woken.release();
    }

    /** Ends the work at once by an interrupt. Waits for the end no longer than this. */
    void interrupt(Duration most) throws InterruptedException {
        var thread = last;
        current = null;
        if (thread != null) {
            thread.interrupt();
            thread.join(most);
        }
    }

    /** Waits for the end of the work, and interrupts work that takes longer. */
    void join(Duration most) throws InterruptedException {
        var thread = last;
        if (thread != null && !thread.join(most)) {
            thread.interrupt();
        }
    }

    private void run(Duration first) {
        try {
            var isWoken = pause(first);
            while (isCurrent()) {
                isWoken = pause(once(isWoken));
            }
            work.finish();
        } catch (InterruptedException _) {
            work.interrupted();
        }
    }

    /** A fault that the work did not expect: it must not end the repetition. */
    private Duration once(boolean isWoken) throws InterruptedException {
        try {
            return work.run(isWoken);
        } catch (RuntimeException | Error e) {
            Cause.trace(log.atError().addKeyValue("work", name), e).log("Work failed, and will be repeated");
            return AFTER_FAULT;
        }
    }

    private boolean pause(Duration length) throws InterruptedException {
        if (length.isZero() || !isCurrent()) {
            return false;
        }
        var isWoken = woken.tryAcquire(length.toNanos(), TimeUnit.NANOSECONDS);
        woken.drainPermits();
        return isWoken;
    }

    private boolean isCurrent() {
        return current == Thread.currentThread();
    }
}
