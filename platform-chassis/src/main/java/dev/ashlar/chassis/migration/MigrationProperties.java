package dev.ashlar.chassis.migration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How migrations wait for others.
 *
 * @param lockTimeout how long a migration waits for a lock. Everybody else who wants the table waits behind it
 * @param attempts how often a migration is tried that got no lock or lost its connection
 * @param pause between two attempts: the table's users go first
 */
@Validated
@ConfigurationProperties("ashlar.migration")
record MigrationProperties(@NotNull Duration lockTimeout, @Positive int attempts, @NotNull Duration pause) {}
