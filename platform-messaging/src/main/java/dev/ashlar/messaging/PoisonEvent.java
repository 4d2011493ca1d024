package dev.ashlar.messaging;

import org.jspecify.annotations.Nullable;

/** An event that no retry makes right: it goes to the dead-letter topic at once. The message is the reason an operator sees. */
public final class PoisonEvent extends RuntimeException {

    /** Poison for the given reason. */
    public PoisonEvent(String reason) {
        this(reason, null);
    }

    /** Poison for the given reason and cause. */
    public PoisonEvent(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
