package dev.ashlar.user.account.web;

import dev.ashlar.chassis.web.NotNullIfPresent;
import dev.ashlar.user.account.PersonName;
import org.jspecify.annotations.Nullable;

/** What to change; what is absent stays. */
record ProfileChange(@NotNullIfPresent @PersonName @Nullable String name) {}
