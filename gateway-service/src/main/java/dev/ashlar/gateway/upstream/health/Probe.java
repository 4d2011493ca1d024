package dev.ashlar.gateway.upstream.health;

import java.io.IOException;
import java.time.Duration;

/** Sends a health check to an instance. */
@FunctionalInterface
public interface Probe {

    /**
     * Returns the status of the response.
     *
     * @throws IOException if there is no response within the timeout
     */
    int status(CheckTarget target, String path, Duration timeout) throws IOException;
}
