package dev.ashlar.user.account.web;

import dev.ashlar.user.account.Profile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ProfileResponse(UUID id, String email, String name, @Nullable String avatarUrl, List<String> roles,
        Instant createdAt) {

    static ProfileResponse of(Profile profile) {
        return new ProfileResponse(profile.id(), profile.email(), profile.name(), profile.avatarUrl(),
                profile.roles(), profile.createdAt());
    }
}
