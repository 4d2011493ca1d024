package dev.ashlar.gateway.upstream;

import java.util.List;

/** A load-balancing algorithm for the instances of one service. Thread-safe. */
interface Balancer {

    /** All instances, in the sequence in which the next request must try them. */
    List<UpstreamInstance> order(List<UpstreamInstance> instances);
}
