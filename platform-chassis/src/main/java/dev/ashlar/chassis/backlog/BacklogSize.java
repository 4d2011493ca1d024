package dev.ashlar.chassis.backlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The size of a backlog.
 *
 * @param oldest when the oldest row began to wait; null if there is none
 */
public record BacklogSize(long count, @Nullable Instant oldest) {}
