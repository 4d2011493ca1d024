package dev.ashlar.gateway.upstream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of a request to an upstream.
 *
 * @param connect for a new connection
 * @param response from the last byte of the request to the last byte of the response's head
 * @param idle between two parts of the response's body
 * @param total from the first byte of the request to the last byte of the response, for all attempts together. Event streams have no
 *     such limit. Null: no limit
 */
public record Timeouts(Duration connect, Duration response, Duration idle, @Nullable Duration total) {}
