package dev.ashlar.user.account.events;

import dev.ashlar.messaging.EventPayload;
import java.time.Instant;
import java.util.UUID;

/** Consumers delete their data of the user. */
public record UserDeleted(UUID userId, long userVersion, Instant occurredAt) implements EventPayload {

    @Override
    public String type() {
        return "user.deleted";
    }
}
