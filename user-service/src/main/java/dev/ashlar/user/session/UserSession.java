package dev.ashlar.user.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param lastSeenAt of the log-in or of the newest refresh
 * @param userAgent what the client called itself at the log-in, at most 255 characters
 * @param expiresAt absolute: no refresh moves it
 */
public record UserSession(UUID id, UUID userId, @Nullable String userAgent, Instant createdAt, Instant lastSeenAt,
        Instant expiresAt) {}
