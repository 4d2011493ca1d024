package dev.ashlar.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often and in which steps the inbox is swept.
 *
 * @param interval from the end of a sweep to the next one
 * @param batch rows that one statement deletes at most
 */
@Validated
@ConfigurationProperties("ashlar.sweep")
record InboxSweepProperties(@DurationMin(seconds = 1) Duration interval, @Positive @Max(10_000) int batch) {}
