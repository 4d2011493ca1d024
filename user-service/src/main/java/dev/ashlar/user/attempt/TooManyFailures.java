package dev.ashlar.user.attempt;

import java.time.Duration;

/** The password of an account was wrong too often, whether the account exists or not. */
public final class TooManyFailures extends RuntimeException {

    private final Limit limit;
    private final Duration waitTime;

    /** At most so many failures in the window. */
    public record Limit(String name, int failures, Duration window) {}

    TooManyFailures(Limit limit, Duration waitTime) {
        super("Too many failures.");
        this.limit = limit;
        this.waitTime = waitTime;
    }

    public Limit limit() {
        return limit;
    }

    /** The time until the oldest failure leaves the window. */
    public Duration waitTime() {
        return waitTime;
    }
}
