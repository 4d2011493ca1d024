package dev.ashlar.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Thrown for an event that no retry can handle. The event becomes a dead letter at once. The message is the reason that operators see,
 * so it must quote no data.
 */
public final class PoisonEvent extends RuntimeException {

    public PoisonEvent(String reason) {
        this(reason, null);
    }

    public PoisonEvent(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
