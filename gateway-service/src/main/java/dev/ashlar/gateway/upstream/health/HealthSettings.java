package dev.ashlar.gateway.upstream.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The active checks of an upstream's instances.
 *
 * @param path the check succeeds if a GET of the path responds with 200 to 299
 * @param ready the path of the readiness check. Null: a live instance is ready
 * @param interval between the starts of two checks, with a jitter of 10 %
 * @param timeout of one check
 * @param healthy the number of successes in a row that admit an instance
 * @param unhealthy the number of failures in a row that remove an instance
 * @param startInterval in place of {@code interval} until the first decision about an instance
 * @param slowStart the time in which the share of a returning instance grows from 10 % to 100 %
 */
public record HealthSettings(String path, @Nullable String ready, Duration interval, Duration timeout, int healthy,
        int unhealthy, Duration startInterval, Duration slowStart) {}
