package dev.ashlar.user.attempt;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The limits on failed attempts.
 *
 * @param failedLoginsFromAddress failures for one account from one address
 * @param failedLogins failures for one account from all addresses
 * @param failedLoginsWindow the time for which a failure counts
 */
@Validated
@ConfigurationProperties("ashlar.limits")
record AttemptLimits(boolean enabled, @Min(1) @Max(1_000) int failedLoginsFromAddress,
        @Min(1) @Max(1_000) int failedLogins,
        @DurationMin(seconds = 1) @DurationMax(days = 1) Duration failedLoginsWindow) {}
