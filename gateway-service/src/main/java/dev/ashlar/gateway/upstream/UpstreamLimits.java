package dev.ashlar.gateway.upstream;

import jakarta.validation.constraints.Min;

/**
 * How many requests may be in flight, so that a service that hangs holds its share of the gateway and no more.
 *
 * @param inFlight to one service
 * @param inFlightPerInstance to one instance
 * @param streams event streams of one service; they count here, and not as requests in flight, once they have begun
 */
public record UpstreamLimits(@Min(1) int inFlight, @Min(1) int inFlightPerInstance, @Min(1) int streams) {

    /** Connections that one instance may need. */
    public int connectionsPerInstance() {
        return inFlightPerInstance + streams;
    }
}
