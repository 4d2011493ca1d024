package dev.ashlar.chassis.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it is stored and given again.
 *
 * @param status HTTP status
 * @param location of what was created; null if it has none
 * @param etag of what was created, with its quotes; null if it has none
 * @param body JSON, repeated to the letter
 */
public record Answer(int status, @Nullable String location, @Nullable String etag, String body) {}
