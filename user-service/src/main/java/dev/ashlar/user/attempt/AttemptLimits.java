package dev.ashlar.user.attempt;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often a password may be wrong, if there is a limit at all.
 *
 * @param failedLoginsFromAddress for one account, from one address
 * @param failedLogins for one account, from wherever
 * @param failedLoginsWindow for how long a failure counts
 */
@Validated
@ConfigurationProperties("ashlar.limits")
record AttemptLimits(boolean enabled, @Min(1) @Max(1_000) int failedLoginsFromAddress,
        @Min(1) @Max(1_000) int failedLogins,
        @DurationMin(seconds = 1) @DurationMax(days = 1) Duration failedLoginsWindow) {}
