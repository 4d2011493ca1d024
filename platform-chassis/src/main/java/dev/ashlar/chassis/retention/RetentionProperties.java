package dev.ashlar.chassis.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The pace of all retention rules.
 *
 * @param interval from the end of a run to the start of the next one
 * @param batch the maximum number of rows that one statement deletes
 */
@Validated
@ConfigurationProperties("ashlar.sweep")
record RetentionProperties(@DurationMin(seconds = 1) Duration interval, @Positive @Max(10_000) int batch) {}
