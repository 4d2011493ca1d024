package dev.ashlar.email.addressbook.events;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;

/** What {@code user.deleted} tells. */
record UserDeleted(@NotNull UUID userId, @Positive long userVersion) {}
