package dev.ashlar.gateway.cache;

import java.util.concurrent.atomic.AtomicLong;

/** Limits the memory of the bodies that the cache copies at the same time. Thread-safe. */
final class CaptureBudget {

    private final AtomicLong free;

    /** @param bytes for all copies together */
    CaptureBudget(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    boolean tryTake(int bytes) {
        return free.getAndUpdate(left -> left < bytes ? left : left - bytes) >= bytes;
    }

    void giveBack(int bytes) {
        free.addAndGet(bytes);
    }
}
