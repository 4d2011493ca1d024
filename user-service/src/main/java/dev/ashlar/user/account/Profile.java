package dev.ashlar.user.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public data of an account, also its form in the cache.
 *
 * @param version number of changes of the profile, from 1
 * @param avatarUrl null if there is no picture
 */
public record Profile(UUID id, long version, String email, String name, @Nullable String avatarUrl, List<String> roles,
        Instant createdAt) {}
