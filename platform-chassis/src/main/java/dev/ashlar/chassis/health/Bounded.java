package dev.ashlar.chassis.health;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A question that may hang. Nobody waits for its answer longer than the bound, and it is not asked again while it is still being
 * asked: a store that hangs costs one thread, however often and however long health is looked at. An answer is kept for a second.
 */
final class Bounded<T> {

    private static final long BOUND_MS = 1_200;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<T> question;
    private final T late;
    private final Executor executor;
    private CompletableFuture<T> asked;
    private CompletableFuture<T> answer;
    private long askedAt;

    /** @param late the answer for whoever has waited long enough */
    Bounded(Supplier<T> question, T late, Executor executor) {
        this.question = question;
        this.late = late;
        this.executor = executor;
        this.asked = CompletableFuture.completedFuture(late);
        this.answer = asked;
        this.askedAt = System.nanoTime() - FRESH_NANOS;
    }

    /** Asks, unless that has been done within the last second; does not wait. */
    synchronized CompletableFuture<T> ask() {
        if (asked.isDone() && System.nanoTime() - askedAt >= FRESH_NANOS) {
            askedAt = System.nanoTime();
            asked = CompletableFuture.supplyAsync(question, executor);
            answer = asked.copy().completeOnTimeout(late, BOUND_MS, TimeUnit.MILLISECONDS);
        }
        return answer;
    }
}
