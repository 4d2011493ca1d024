package dev.ashlar.user.session.web;

import dev.ashlar.user.session.UserSession;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of the caller's sessions; {@code current} is the one that asks. */
record SessionAnswer(UUID id, Instant createdAt, Instant lastSeenAt, @Nullable String userAgent, boolean current) {

    static SessionAnswer of(UserSession session, UUID current) {
        return new SessionAnswer(session.id(), session.createdAt(), session.lastSeenAt(), session.userAgent(),
                session.id().equals(current));
    }
}
