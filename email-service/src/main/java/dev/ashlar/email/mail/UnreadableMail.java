package dev.ashlar.email.mail;

import dev.ashlar.messaging.Origin;
import java.util.UUID;

/** A row of the queue that this version of the service cannot read: its template or its order format is unknown. */
final class UnreadableMail extends RuntimeException {

    private final transient UUID id;
    private final transient UUID orderId;
    private final int attempts;
    private final transient Origin origin;

    UnreadableMail(UUID id, UUID orderId, int attempts, Origin origin, Throwable cause) {
        super("The queued mail cannot be read", cause);
        this.id = id;
        this.orderId = orderId;
        this.attempts = attempts;
        this.origin = origin;
    }

    UUID id() {
        return id;
    }

    UUID orderId() {
        return orderId;
    }

    Origin origin() {
        return origin;
    }

    int attempts() {
        return attempts;
    }
}
