package dev.ashlar.chassis.backlog;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * The service is degraded while a backlog exceeds one of these.
 *
 * @param count the number of rows
 * @param age the age of the oldest row
 */
public record BacklogLimits(@Positive long count, @DurationMin(seconds = 1) Duration age) {}
