package dev.ashlar.gateway.upstream;

import java.util.List;

/** A service as the gateway sees it: the instances that answer to its name. */
public final class Upstream {

    private final Balancer balancer;
    private volatile List<Instance> instances = List.of();

    Upstream(Balancer balancer) {
        this.balancer = balancer;
    }

    /** The instances in the order in which this request is to try them; empty if none runs. */
    public List<Instance> candidates() {
        return balancer.order(instances);
    }

    void replace(List<Instance> instances) {
        this.instances = instances;
    }
}
