package dev.ashlar.chassis.health;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls a supplier that may hang. A caller waits 1.2 s at most, and a result is used for 1 s. While a call runs, no second one starts,
 * so a store that hangs costs one thread. Thread-safe.
 */
final class CachedCall<T> {

    private static final long TIMEOUT_MS = 1_200;
    private static final long REUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<T> call;
    private final T onTimeout;
    private final Executor executor;
    private CompletableFuture<T> running;
    private CompletableFuture<T> result;
    private long startedAt;

    /** @param onTimeout the result if the call takes longer than the timeout */
    CachedCall(Supplier<T> call, T onTimeout, Executor executor) {
        this.call = call;
        this.onTimeout = onTimeout;
        this.executor = executor;
        this.running = CompletableFuture.completedFuture(onTimeout);
        this.result = running;
        this.startedAt = System.nanoTime() - REUSE_NANOS;
    }

    /** Starts the call unless it runs already or started within the last second. Does not wait. */
    synchronized CompletableFuture<T> start() {
        if (running.isDone() && System.nanoTime() - startedAt >= REUSE_NANOS) {
            startedAt = System.nanoTime();
            running = CompletableFuture.supplyAsync(call, executor);
            result = running.copy().completeOnTimeout(onTimeout, TIMEOUT_MS, TimeUnit.MILLISECONDS);
        }
        return result;
    }
}
