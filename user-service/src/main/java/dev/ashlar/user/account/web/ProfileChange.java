package dev.ashlar.user.account.web;

import dev.ashlar.user.account.PersonName;
import org.jspecify.annotations.Nullable;

/** What to change; what is absent or null stays. */
record ProfileChange(@PersonName @Nullable String name) {}
