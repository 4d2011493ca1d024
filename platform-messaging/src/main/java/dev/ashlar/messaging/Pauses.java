package dev.ashlar.messaging;

import java.time.Duration;

/** Pauses between attempts, each twice as long as the one before it, within bounds. Not thread-safe. */
final class Pauses {

    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    Pauses(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    Duration next() {
        var pause = next;
        var doubled = pause.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return pause;
    }

    /** The next pause is the shortest one. */
    void reset() {
        next = shortest;
    }
}
