package dev.ashlar.gateway.upstream;

import jakarta.validation.constraints.Min;

/**
 * Limits of requests in flight, so that a service that hangs cannot use all resources of the gateway.
 *
 * @param inFlight for one service
 * @param inFlightPerInstance for one instance
 * @param streams the event streams of one service. A stream that has started no longer counts as a request in flight
 */
public record UpstreamLimits(@Min(1) int inFlight, @Min(1) int inFlightPerInstance, @Min(1) int streams) {

    /** The maximum number of connections to one instance. */
    public int connectionsPerInstance() {
        return inFlightPerInstance + streams;
    }
}
