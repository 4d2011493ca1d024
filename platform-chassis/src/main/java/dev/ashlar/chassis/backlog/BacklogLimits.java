package dev.ashlar.chassis.backlog;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Beyond either, the service is degraded.
 *
 * @param count of what waits
 * @param age of the oldest
 */
public record BacklogLimits(@Positive long count, @DurationMin(seconds = 1) Duration age) {}
