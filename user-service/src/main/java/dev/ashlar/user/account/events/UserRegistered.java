package dev.ashlar.user.account.events;

import dev.ashlar.messaging.EventPayload;
import java.time.Instant;
import java.util.UUID;

/** A new account. */
public record UserRegistered(UUID userId, long userVersion, String email, String name, Instant occurredAt)
        implements
            EventPayload {

    @Override
    public String type() {
        return "user.registered";
    }
}
