package dev.ashlar.gateway.upstream.balance;

/** An instance as an algorithm sees it. The values may change while an algorithm reads them. */
public interface Candidate {

    /** Identifies the instance across restarts of the gateway, so that hashes stay the same. */
    String id();

    /** At least 1. */
    int weight();

    /** The requests whose response is not yet complete. */
    int inFlight();

    /** The recent response time in nanoseconds. 0 without a response so far. */
    double latencyNanos();
}
