package dev.ashlar.gateway.canary.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The share of a version.
 *
 * @param weight in percent
 */
record CanaryRequest(
        @NotNull(message = "is required") @Pattern(regexp = "[A-Za-z0-9._+-]{1,64}", message = "must have 1 to 64 letters, digits or . _ + -") @Nullable String version,
        @NotNull(message = "is required") @Min(value = 0, message = "must be from 0 to 100") @Max(value = 100, message = "must be from 0 to 100") @Nullable Integer weight) {}
