package dev.ashlar.localstack.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.process.StackFailure;

/** Carries out one operation at a time. */
final class Operations {

    private final Members members;
    private final Path log;
    private final AtomicReference<Operation> current = new AtomicReference<>();
    private volatile boolean closed;

    Operations(Members members, Path log) {
        this.members = members;
        this.log = log;
    }

    /** Another operation goes on. */
    static final class Busy extends RuntimeException {}

    interface Action {

        /** @return a text for each process that is not as it was wanted */
        List<String> run(Operation operation) throws InterruptedException;
    }

    /** @throws Busy if another operation goes on */
    void carryOut(Consumer<Event> listener, Action action) {
        var operation = new Operation(listener);
        if (closed) {
            throw new StackFailure("The supervisor is about to end.");
        }
        if (!current.compareAndSet(null, operation)) {
            throw new Busy();
        }
        try {
            var failures = action.run(operation);
            operation.finish();
            operation.tell(Event.result(failures, members.older().stream().map(InstanceName::toString).toList()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        } catch (RuntimeException e) {
            e.printStackTrace(); // into the supervisor's log
            operation.tell(
                    Event.result(List.of("The supervisor failed: %s%n  log: %s".formatted(e, log)), List.of()));
        } finally {
            current.set(null);
        }
    }

    /** Cancels the operation that goes on, and refuses others. */
    void close() {
        closed = true;
        cancel();
    }

    boolean isIdle() {
        return current.get() == null;
    }

    /** Stops what the operation that goes on has started. */
    void cancel() {
        var operation = current.get();
        try {
            if (operation != null) {
                operation.cancel();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitEnd(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!isIdle() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
