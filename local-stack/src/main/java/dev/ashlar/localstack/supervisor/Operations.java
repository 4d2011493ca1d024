package dev.ashlar.localstack.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.process.StackFailure;

/** Runs one operation at a time. */
final class Operations {

    private final ProcessRegistry members;
    private final Path log;
    private final Semaphore turn = new Semaphore(1);
    private volatile @Nullable Operation current;
    private volatile String cancelled = "";
    private volatile boolean closed;

    Operations(ProcessRegistry members, Path log) {
        this.members = members;
        this.log = log;
    }

    /** Another operation is running. */
    static final class Busy extends RuntimeException {}

    interface Action {

        /** @return one text for each process that is not in its wanted state */
        List<String> run(Operation operation) throws InterruptedException;
    }

    /**
     * @param id of the request, or empty
     * @param timeout how long to wait for the end of another operation
     * @throws Busy if another operation is still running
     */
    void run(String id, Consumer<Event> listener, Duration timeout, Action action) {
        var operation = new Operation(id, listener);
        try {
            if (!turn.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        current = operation;
        try {
            if (closed || !id.isEmpty() && id.equals(cancelled)) {
                throw new StackFailure(
                        closed ? "The supervisor is about to end." : "The command was interrupted.");
            }
            run(operation, action);
        } finally {
            current = null;
            turn.release();
        }
    }

    private void run(Operation operation, Action action) {
        try {
            var failures = action.run(operation);
            operation.finish(); // before the client gets the result
            operation.tell(Event.result(failures, members.older().stream().map(InstanceName::toString).toList()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (StackFailure e) {
            operation.tell(Event.result(List.of(e.getMessage()), List.of()));
        } catch (RuntimeException e) {
            e.printStackTrace(); // into the log of the supervisor
            operation.tell(
                    Event.result(List.of("The supervisor failed: %s%n  log: %s".formatted(e, log)), List.of()));
        } finally {
            operation.finish();
        }
    }

    private static StackFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StackFailure("interrupted", e);
    }

    /** Cancels the running operation and refuses new ones. */
    void close() {
        closed = true;
        cancel("");
    }

    boolean isIdle() {
        return current == null;
    }

    /**
     * Stops what an operation has started. If the command was interrupted before the operation began, the operation will
     * not begin.
     *
     * @param id of the request, or empty for any
     * @return true if there was such an operation
     */
    boolean cancel(String id) {
        cancelled = id.isEmpty() ? cancelled : id;
        var operation = current;
        if (operation == null || !id.isEmpty() && !id.equals(operation.id())) {
            return false;
        }
        try {
            operation.cancel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
