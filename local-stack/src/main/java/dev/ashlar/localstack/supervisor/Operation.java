package dev.ashlar.localstack.supervisor;

import java.time.Duration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import dev.ashlar.process.StackFailure;
import dev.ashlar.process.Signal;

/** One running request. */
final class Operation {

    /** An interrupted command ends within three seconds. */
    private static final Duration WHEN_CANCELLED = Duration.ofMillis(1_000);

    private final String id;
    private final Consumer<Event> listener;
    private final List<SupervisedProcess> started = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
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

    /** Waits for the task and sends the client a sign of life each second. */
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

    /** A cancellation interrupts the task. */
    synchronized <T> Future<T> submit(Callable<T> task) {
        demandGoingOn();
        return threads.submit(task);
    }

    /** Atomic with a cancellation: either the process starts and will be stopped, or it does not start. */
    synchronized void start(SupervisedProcess one, String build, Path log) throws IOException {
        demandGoingOn();
        one.start(build, log);
        started.add(one);
    }

    synchronized void demandGoingOn() {
        if (cancelled) {
            throw new StackFailure("the command was interrupted");
        }
    }

    /** After this call a cancellation stops nothing. */
    synchronized void finish() {
        over = true;
        threads.shutdown();
    }

    /**
     * Stops only the processes that this operation has started. Waits for programs such as initdb, which leave no
     * process behind.
     */
    void cancel() throws InterruptedException {
        List<SupervisedProcess> toStop;
        synchronized (this) {
            if (over || cancelled) {
                return;
            }
            cancelled = true;
            toStop = List.copyOf(started);
        }
        threads.shutdownNow();
        try (var stops = Executors.newVirtualThreadPerTaskExecutor()) {
            toStop.forEach(one -> stops.submit(() -> {
                one.aboutToStop();
                one.stop(WHEN_CANCELLED);
            }));
        }
        threads.awaitTermination(WHEN_CANCELLED.toMillis(), TimeUnit.MILLISECONDS);
    }
}
