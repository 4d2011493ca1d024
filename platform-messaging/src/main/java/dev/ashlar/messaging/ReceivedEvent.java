package dev.ashlar.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of an event that came from Kafka.
 *
 * @param id unique within its source
 * @param source the application that sent the event
 * @param type for example {@code order.created}
 * @param time of the event, by the sender's clock
 * @param requestId of the request that caused the event; null if there is none or it is malformed
 */
public record ReceivedEvent(String id, String source, String type, Instant time, @Nullable String requestId) {

    /** Identifies an event (CloudEvents 1.0). */
    public record Key(String source, String id) {}

    public Key key() {
        return new Key(source, id);
    }
}
