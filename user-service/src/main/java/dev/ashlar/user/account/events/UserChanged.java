package dev.ashlar.user.account.events;

import dev.ashlar.messaging.EventPayload;
import java.time.Instant;
import java.util.UUID;

/** The state of an account after a change of its profile. */
public record UserChanged(UUID userId, long userVersion, String email, String name, Instant occurredAt)
        implements
            EventPayload {

    @Override
    public String type() {
        return "user.changed";
    }
}
