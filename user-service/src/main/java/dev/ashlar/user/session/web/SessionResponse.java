package dev.ashlar.user.session.web;

import dev.ashlar.user.session.UserSession;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of the caller's sessions; {@code current} is true for the session of this request. */
record SessionResponse(UUID id, Instant createdAt, Instant lastSeenAt, @Nullable String userAgent, boolean current) {

    static SessionResponse of(UserSession session, UUID current) {
        var id = session.id().value();
        return new SessionResponse(id, session.createdAt(), session.lastSeenAt(), session.userAgent(),
                id.equals(current));
    }
}
