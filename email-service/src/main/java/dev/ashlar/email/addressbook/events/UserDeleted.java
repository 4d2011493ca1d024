package dev.ashlar.email.addressbook.events;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;

/** The payload of {@code user.deleted}. */
record UserDeleted(@NotNull UUID userId, @Positive long userVersion) {}
