package dev.ashlar.messaging.job;

import dev.ashlar.messaging.observability.Cause;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a task again and again, with pauses, on a virtual thread of its own. Can be started again after a stop. Thread-safe. */
public final class BackgroundWorker {

    /** A pause that only {@link #wake()} ends. */
    public static final Duration UNTIL_WOKEN = Duration.ofDays(36_500);

    private static final Logger log = LoggerFactory.getLogger(BackgroundWorker.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    @FunctionalInterface
    public interface Task {

        /**
         * @param woken whether {@link #wake()} ended the last pause
         * @return the pause until the next run
         */
        Duration run(boolean woken) throws InterruptedException;

        /** Runs once after the worker has stopped without an interrupt. */
        default void finish() throws InterruptedException {}

        /** Runs once after an interrupt has ended the task. */
        default void interrupted() {}
    }

    private final String name;
    private final Task task;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread running;
    private volatile @Nullable Thread last;

    /** @param name of the thread */
    public BackgroundWorker(String name, Task task) {
        this.name = name;
        this.task = task;
    }

    /** @param pause before the first run */
    public synchronized void start(Duration pause) {
        var thread = Thread.ofVirtual().name(name).unstarted(() -> run(pause));
        wakeUps.drainPermits();
        running = thread;
        last = thread;
        thread.start();
    }

    public boolean isRunning() {
        return running != null;
    }

    /** Ends the current pause; if the task is running, skips the next pause. */
    public void wake() {
        wakeUps.release();
    }

    /** Ends the worker after the current run. Returns at once. */
    public synchronized void stop() {
        running = null;
        wakeUps.release();
    }

    /** Interrupts the task and ends the worker. Waits at most this long for the end. */
    public void interrupt(Duration timeout) throws InterruptedException {
        var thread = last;
        running = null;
        if (thread != null) {
            thread.interrupt();
            thread.join(timeout);
        }
    }

    /** Waits for the end of a stopped worker. Interrupts the task after the timeout. */
    public void join(Duration timeout) throws InterruptedException {
        var thread = last;
        if (thread != null && !thread.join(timeout)) {
            thread.interrupt();
        }
    }

    private void run(Duration first) {
        try {
            var woken = pause(first);
            while (isCurrent()) {
                woken = pause(runOnce(woken));
            }
            task.finish();
        } catch (InterruptedException _) {
            task.interrupted();
        }
    }

    /** An unexpected exception must not end the worker. */
    private Duration runOnce(boolean woken) throws InterruptedException {
        try {
            return task.run(woken);
        } catch (RuntimeException | Error e) {
            Cause.trace(log.atError().addKeyValue("work", name), e)
                    .log("A background task failed and will be repeated");
            return PAUSE_AFTER_FAILURE;
        }
    }

    private boolean pause(Duration length) throws InterruptedException {
        if (length.isZero() || !isCurrent()) {
            return false;
        }
        var woken = wakeUps.tryAcquire(length.toNanos(), TimeUnit.NANOSECONDS);
        wakeUps.drainPermits();
        return woken;
    }

    private boolean isCurrent() {
        return running == Thread.currentThread();
    }
}
