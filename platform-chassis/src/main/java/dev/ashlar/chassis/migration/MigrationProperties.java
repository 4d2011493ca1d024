package dev.ashlar.chassis.migration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Timeouts and retries of migrations.
 *
 * @param lockTimeout how long a migration waits for a lock. All later queries on the table queue behind it
 * @param attempts the maximum number of attempts after a lock timeout or a lost connection
 * @param pause between two attempts, so that queued queries on the table can finish
 */
@Validated
@ConfigurationProperties("ashlar.migration")
record MigrationProperties(@NotNull Duration lockTimeout, @Positive int attempts, @NotNull Duration pause) {}
