package dev.ashlar.chassis.security;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A live session as every service finds it in the session Redis, under {@link #key}, in JSON.
 *
 * @param userId whose it is
 * @param roles what its user may do
 */
public record Session(UUID userId, Set<String> roles) {

    public Session {
        Objects.requireNonNull(userId);
        roles = Set.copyOf(roles);
    }

    /** The key of a session; no such key, no such session. */
    public static String key(Object sessionId) {
        return "session:" + sessionId;
    }
}
