package dev.ashlar.gateway.bulkhead;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A fixed number of permits. One client gets at most three quarters of them, so no client can block all others. Thread-safe. */
public final class Bulkhead {

    private final int permits;
    private final int maxPerClient;
    private final AtomicInteger used = new AtomicInteger();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();

    public Bulkhead(int permits) {
        this.permits = permits;
        this.maxPerClient = permits - permits / 4;
    }

    /** Returns false if all permits, or the permits of this client, are used. */
    public boolean tryAcquire(String client) {
        var acquired = byClient.merge(client, 1, Integer::sum) <= maxPerClient
                && used.getAndUpdate(n -> n < permits ? n + 1 : n) < permits;
        if (!acquired) {
            decrement(client);
        }
        return acquired;
    }

    public void release(String client) {
        used.decrementAndGet();
        decrement(client);
    }

    public int inUse() {
        return used.get();
    }

    public boolean isFull() {
        return inUse() >= permits;
    }

    private void decrement(String client) {
        byClient.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
    }
}
