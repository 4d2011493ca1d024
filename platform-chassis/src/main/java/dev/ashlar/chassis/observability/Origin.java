package dev.ashlar.chassis.observability;

import org.jspecify.annotations.Nullable;

/**
 * The request and the trace that caused work which waits in a table, so that the log lines of that work tell both.
 *
 * @param traceparent W3C trace context
 */
public record Origin(@Nullable String requestId, @Nullable String traceparent) {}
