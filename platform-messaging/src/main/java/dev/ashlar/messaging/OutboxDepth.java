package dev.ashlar.messaging;

import java.time.Duration;

/** How many events wait in the outbox. A job samples the outbox every 5 s, so a call does not query the database. */
public interface OutboxDepth {

    /** True if more events wait, or if the oldest has waited for longer. False before the first sample. */
    boolean exceeds(long events, Duration age);
}
