package dev.ashlar.user.account.events;

import dev.ashlar.messaging.EventPayload;
import dev.ashlar.user.account.Profile;
import java.time.Instant;
import java.util.UUID;

/** {@code user.registered}: a new user. */
record UserRegistered(UUID userId, long userVersion, String email, String name,
        Instant occurredAt) implements EventPayload {

    static UserRegistered of(Profile profile, Instant occurredAt) {
        return new UserRegistered(profile.id(), profile.version(), profile.email(), profile.name(), occurredAt);
    }

    @Override
    public String type() {
        return "user.registered";
    }
}
