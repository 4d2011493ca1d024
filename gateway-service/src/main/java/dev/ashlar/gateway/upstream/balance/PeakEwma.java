package dev.ashlar.gateway.upstream.balance;

import java.time.Duration;

/**
 * The exponentially weighted moving average of response times that is sensitive to peaks, as in Finagle: a longer time replaces the
 * average at once, a shorter time lowers it slowly. Without new times it decays too, so that a slow instance gets another try. Times
 * are in nanoseconds. Thread-safe.
 */
public final class PeakEwma {

    private static final double DECAY_NANOS = Duration.ofSeconds(10).toNanos();

    private double average;
    private long updated;

    public synchronized void add(long nanos, long now) {
        var weight = Math.exp(-Math.max(0, now - updated) / DECAY_NANOS);
        average = nanos > average || average == 0 ? nanos : average * weight + nanos * (1 - weight);
        updated = now;
    }

    /** 0 without a time so far. */
    public synchronized double at(long now) {
        return average == 0 ? 0 : average * Math.exp(-Math.max(0, now - updated) / DECAY_NANOS);
    }
}
