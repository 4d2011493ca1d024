package dev.ashlar.gateway.upstream.health;

import java.time.Duration;

/**
 * Counts failed requests in a row, and remembers ejections (Envoy's outlier detection). A failure is a connection error, a timeout or
 * a 5xx response. Times are in nanoseconds. Thread-safe.
 */
public final class OutlierState {

    private static final long MAX_EJECTION_NANOS = Duration.ofMinutes(5).toNanos();
    private static final long NEVER = Long.MIN_VALUE;

    private final OutlierSettings settings;
    private volatile int successes;
    private volatile int failures;
    private volatile boolean ejected;
    private volatile long until = NEVER;
    private int ejections;

    public OutlierState(OutlierSettings settings) {
        this.settings = settings;
    }

    public void succeeded() {
        if (failures != 0) {
            failures = 0;
            successes = 0;
        }
        successes++; // a lost update changes only a figure
    }

    /** Returns true if the instance must be ejected. */
    public synchronized boolean failed() {
        successes = 0;
        failures++;
        return !ejected && settings.consecutiveFailures() > 0 && failures >= settings.consecutiveFailures();
    }

    /** Ejects the instance, longer after each ejection. An instance that then works for ten times as long starts anew. */
    public synchronized void eject(long now) {
        var first = settings.ejectFor().toNanos();
        ejections = until != NEVER && now - until > 10 * first ? 1 : ejections + 1;
        until = now + Math.min(MAX_EJECTION_NANOS, ejections * first);
        failures = 0;
        ejected = true;
    }

    /** Ends the ejection if its time is over. Returns true if the instance returns now. */
    public synchronized boolean returns(long now) {
        var returning = ejected && now - until >= 0;
        ejected &= !returning;
        return returning;
    }

    public boolean isEjected() {
        return ejected;
    }

    /** The time for which the instance stays ejected. */
    public Duration remaining(long now) {
        return Duration.ofNanos(Math.max(0, until - now));
    }

    /** The number of successful requests since the last failure. */
    public int successes() {
        return successes;
    }

    /** The number of failed requests since the last success. */
    public int failures() {
        return failures;
    }
}
