package dev.ashlar.gateway.upstream;

import java.util.List;

/** Shares requests out among the instances of one service. Called by many threads at once. */
interface Balancer {

    /** The instances in the order in which the next request is to try them. */
    List<Instance> order(List<Instance> instances);
}
