package dev.ashlar.localstack.supervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import dev.ashlar.process.StackFailure;
import dev.ashlar.process.Signal;

/** One order while it is carried out. */
final class Operation {

    /** A command that is interrupted ends within three seconds. */
    private static final Duration WHEN_CANCELLED = Duration.ofMillis(1_000);

    private final String id;
    private final Consumer<Event> listener;
    private final List<Supervised> started = new ArrayList<>();
    private final Set<Thread> atWork = new HashSet<>();
    private boolean cancelled;
    private boolean over;

    Operation(String id, Consumer<Event> listener) {
        this.id = id;
        this.listener = listener;
    }

    String id() {
        return id;
    }

    void tell(Event event) {
        listener.accept(event);
    }

    /** Waits, and lets the command know each second that the operation still goes on. */
    <T> T await(Future<T> task) throws InterruptedException {
        while (true) {
            try {
                return task.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException notYet) {
                tell(Event.STILL_AT_WORK);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    interface Action {
        void run() throws Exception;
    }

    /** A cancellation interrupts the action, and waits until it has ended: initdb and its like leave nothing behind. */
    void interruptibly(Action action) throws Exception {
        synchronized (this) {
            demandGoingOn();
            atWork.add(Thread.currentThread());
        }
        try {
            action.run();
        } finally {
            synchronized (this) {
                atWork.remove(Thread.currentThread());
                notifyAll();
            }
        }
    }

    /** Either the process starts and will be stopped if need be, or it does not start any more. */
    synchronized void start(Supervised one, Action start) throws Exception {
        demandGoingOn();
        start.run();
        started.add(one);
    }

    synchronized void demandGoingOn() {
        if (cancelled) {
            throw new StackFailure("the command was interrupted");
        }
    }

    /** From now on all that was started stays, ready or not. */
    synchronized void finish() {
        over = true;
    }

    /** Stops what the operation has started, and nothing else. */
    void cancel() throws InterruptedException {
        List<Supervised> toStop;
        synchronized (this) {
            if (over || cancelled) {
                return;
            }
            cancelled = true;
            toStop = List.copyOf(started);
            atWork.forEach(Thread::interrupt);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            toStop.forEach(one -> threads.submit(() -> {
                one.aboutToStop();
                one.stop(WHEN_CANCELLED);
            }));
        }
        awaitEndOfWork();
    }

    private synchronized void awaitEndOfWork() throws InterruptedException {
        var deadline = System.nanoTime() + WHEN_CANCELLED.toNanos();
        for (var left = 1L; !atWork.isEmpty() && left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
