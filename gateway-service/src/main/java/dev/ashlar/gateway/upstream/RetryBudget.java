package dev.ashlar.gateway.upstream;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Limits retries to 20 % of the requests, so that retries cannot overload an upstream that has trouble already. A reserve of 10 retries
 * serves upstreams with few requests. Thread-safe.
 *
 * @see <a href="https://linkerd.io/2019/02/22/how-we-designed-retries-in-linkerd-2-2/">retry budgets in Linkerd</a>
 */
public final class RetryBudget {

    private static final long RETRY = 5;
    private static final long RESERVE = 10 * RETRY;
    private static final long MAX = 100 * RETRY;

    private final AtomicLong balance = new AtomicLong(RESERVE);
    private final LongAdder used = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /** Each request pays for a fifth of a retry. */
    public void request() {
        if (balance.get() < MAX) {
            balance.incrementAndGet();
        }
    }

    /** Returns false if the budget is used up. */
    public boolean tryRetry() {
        var granted = balance.getAndUpdate(now -> now >= RETRY ? now - RETRY : now) >= RETRY;
        (granted ? used : refused).increment();
        return granted;
    }

    double used() {
        return used.sum();
    }

    double refused() {
        return refused.sum();
    }
}
