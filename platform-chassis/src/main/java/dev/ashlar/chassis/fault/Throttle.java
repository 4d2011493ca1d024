package dev.ashlar.chassis.fault;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets one caller pass in each period. Thread-safe. */
public final class Throttle {

    private final long periodNanos;
    private final AtomicLong lastPass;

    public Throttle(Duration period) {
        this.periodNanos = period.toNanos();
        this.lastPass = new AtomicLong(System.nanoTime() - periodNanos);
    }

    /** True if no caller has passed within the last period. */
    public boolean passes() {
        var last = lastPass.get();
        var now = System.nanoTime();
        return now - last >= periodNanos && lastPass.compareAndSet(last, now);
    }
}
