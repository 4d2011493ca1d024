package dev.ashlar.email.mail;

import dev.ashlar.messaging.Origin;
import java.util.UUID;

/** A row of the queue that says what this version of the service can't read: an unknown template, another form of order. */
final class UnreadableMail extends RuntimeException {

    private final transient UUID id;
    private final transient UUID orderId;
    private final int attempts;
    private final transient Origin origin;

    UnreadableMail(UUID id, UUID orderId, int attempts, Origin origin, Throwable cause) {
        super("A queued mail can't be read", cause);
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
