package dev.ashlar.chassis.sweep;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often and in which steps rows are swept.
 *
 * @param interval from the end of a sweep to the next one
 * @param batch rows that one statement deletes at most
 */
@Validated
@ConfigurationProperties("ashlar.sweep")
record SweepProperties(@DurationMin(seconds = 1) Duration interval, @Positive @Max(10_000) int batch) {}
