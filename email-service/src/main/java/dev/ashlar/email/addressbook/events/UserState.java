package dev.ashlar.email.addressbook.events;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** The payload of {@code user.registered} and {@code user.changed}. */
record UserState(@NotNull UUID userId, @Positive long userVersion, @NotBlank @Size(max = 320) String email,
        @NotBlank @Size(max = 500) String name) {}
