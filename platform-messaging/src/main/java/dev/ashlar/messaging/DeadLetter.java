package dev.ashlar.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a subscription could not handle.
 *
 * @param topic of the source message, with its partition and offset
 * @param key null if the source message has none or its key is not UTF-8
 * @param type null if the source message has no well-formed type
 * @param reason of the last failure; quotes no data
 * @param firstSeenAt when the event became a dead letter
 */
public record DeadLetter(UUID id, String topic, int partition, long offset, @Nullable String key, @Nullable String type,
        String reason, Instant firstSeenAt, State state) {

    public enum State {
        /** Waits for an operator. A replay that fails leads back to this state. */
        PARKED,
        /** A worker will pass the event to its handler. */
        REPLAYING,
        /** The handler has succeeded. */
        REPLAYED,
        /** An operator has decided against a replay. */
        DISCARDED
    }

    /**
     * A dead letter with its message.
     *
     * @param payload null if the message has none, or if the message was too large for the dead-letter topic
     * @param headers the last value of each name; bytes that are not UTF-8 are replaced
     * @param discardReason null unless the letter is discarded
     */
    public record Content(DeadLetter letter, byte @Nullable [] payload, Map<String, String> headers,
            @Nullable String discardReason) {}
}
