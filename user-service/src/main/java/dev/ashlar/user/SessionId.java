package dev.ashlar.user;

import java.util.UUID;

/** The id of a session; it stays the same when the session is refreshed. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
