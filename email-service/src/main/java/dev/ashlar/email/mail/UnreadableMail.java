package dev.ashlar.email.mail;

import java.util.UUID;

/** A row of the queue that says what this version of the service can't read: an unknown template, another form of order. */
final class UnreadableMail extends RuntimeException {

    private final transient UUID id;
    private final int attempts;

    UnreadableMail(UUID id, int attempts, Throwable cause) {
        super("A queued mail can't be read", cause);
        this.id = id;
        this.attempts = attempts;
    }

    UUID id() {
        return id;
    }

    int attempts() {
        return attempts;
    }
}
