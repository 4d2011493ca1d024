package dev.ashlar.user.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account shows of itself; also what is cached of it.
 *
 * @param version counts the profile's changes, from 1
 * @param avatarUrl null without a picture
 */
public record Profile(UUID id, long version, String email, String name, @Nullable String avatarUrl, List<String> roles,
        Instant createdAt) {}
