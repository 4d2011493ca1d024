package dev.ashlar.gateway.upstream;

import java.util.concurrent.atomic.AtomicInteger;

/** A number of requests, up to a limit. */
final class InFlight {

    private final int limit;
    private final AtomicInteger count = new AtomicInteger();

    InFlight(int limit) {
        this.limit = limit;
    }

    boolean enter() {
        return count.getAndUpdate(n -> n < limit ? n + 1 : n) < limit;
    }

    void leave() {
        count.decrementAndGet();
    }

    int count() {
        return count.get();
    }
}
