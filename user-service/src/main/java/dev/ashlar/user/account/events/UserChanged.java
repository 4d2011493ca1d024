package dev.ashlar.user.account.events;

import dev.ashlar.messaging.EventPayload;
import dev.ashlar.user.account.Profile;
import java.time.Instant;
import java.util.UUID;

/** {@code user.changed}: a user as the change left it. */
record UserChanged(UUID userId, long userVersion, String email, String name,
        Instant occurredAt) implements EventPayload {

    static UserChanged of(Profile profile, Instant occurredAt) {
        return new UserChanged(profile.id(), profile.version(), profile.email(), profile.name(), occurredAt);
    }

    @Override
    public String type() {
        return "user.changed";
    }
}
