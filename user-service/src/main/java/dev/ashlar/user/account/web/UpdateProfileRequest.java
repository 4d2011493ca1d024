package dev.ashlar.user.account.web;

import dev.ashlar.chassis.web.NotNullIfPresent;
import dev.ashlar.user.account.PersonName;
import org.jspecify.annotations.Nullable;

/** An absent field stays unchanged. */
record UpdateProfileRequest(@NotNullIfPresent @PersonName @Nullable String name) {}
