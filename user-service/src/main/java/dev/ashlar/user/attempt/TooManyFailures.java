package dev.ashlar.user.attempt;

import java.time.Duration;

/** The account's password was guessed wrongly too often, be there such an account or not. */
public final class TooManyFailures extends RuntimeException {

    private final Limit limit;
    private final Duration waiting;

    /** So many failures are allowed in such a time. */
    public record Limit(String name, int failures, Duration window) {}

    TooManyFailures(Limit limit, Duration waiting) {
        super("Too many failures.");
        this.limit = limit;
        this.waiting = waiting;
    }

    public Limit limit() {
        return limit;
    }

    /** Until the oldest failure no longer counts. */
    public Duration waiting() {
        return waiting;
    }
}
