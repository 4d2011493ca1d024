package dev.ashlar.user.session;

import dev.ashlar.user.SessionId;
import dev.ashlar.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code sessions}.
 *
 * @param userAgent the client's {@code User-Agent} header at the log-in, at most 255 characters
 * @param lastSeenAt time of the log-in or of the newest refresh
 * @param expiresAt absolute; a refresh does not change it
 */
public record UserSession(SessionId id, UserId userId, @Nullable String userAgent, Instant createdAt,
        Instant lastSeenAt, Instant expiresAt) {}
