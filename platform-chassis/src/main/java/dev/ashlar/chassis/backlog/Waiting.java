package dev.ashlar.chassis.backlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits.
 *
 * @param oldest since when the oldest has waited; null if nothing waits
 */
public record Waiting(long count, @Nullable Instant oldest) {}
