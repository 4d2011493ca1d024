package dev.ashlar.user.account.web;

import dev.ashlar.chassis.web.ETags;
import dev.ashlar.user.account.Profile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** An account as callers see it; its version is the entity tag. */
record ProfileAnswer(UUID id, String email, String name, @Nullable String avatarUrl, List<String> roles,
        Instant createdAt) {

    static ResponseEntity<ProfileAnswer> with(ResponseEntity.BodyBuilder status, Profile profile) {
        return status.eTag(ETags.of(profile.version())).body(new ProfileAnswer(profile.id(), profile.email(),
                profile.name(), profile.avatarUrl(), profile.roles(), profile.createdAt()));
    }
}
