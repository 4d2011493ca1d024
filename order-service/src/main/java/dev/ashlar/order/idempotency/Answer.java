package dev.ashlar.order.idempotency;

/**
 * An answer as it is stored and given again.
 *
 * @param status HTTP status
 * @param location of what was created
 * @param etag of what was created, with its quotes
 * @param body JSON, repeated to the letter
 */
public record Answer(int status, String location, String etag, String body) {}
