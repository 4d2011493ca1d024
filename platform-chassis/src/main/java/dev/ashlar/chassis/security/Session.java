package dev.ashlar.chassis.security;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A live session, as JSON in the session Redis. user-service writes it under {@link #key}, every service reads it. */
public record Session(UUID userId, Set<String> roles) {

    public Session {
        Objects.requireNonNull(userId);
        roles = Set.copyOf(roles);
    }

    /** Without this key the session has ended. */
    public static String key(Object sessionId) {
        return "session:" + sessionId;
    }
}
