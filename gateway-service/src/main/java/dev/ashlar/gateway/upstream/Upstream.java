package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.capacity.Capacity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A service as the gateway sees it: the instances that answer to its name, and the requests that they have. */
public final class Upstream {

    private final String name;
    private final Balancer balancer;
    private final UpstreamLimits limits;
    private final Capacity all;
    private final Capacity streams;
    private final Map<Instance, Capacity> byInstance = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();
    private volatile List<Instance> instances = List.of();

    Upstream(String name, Balancer balancer, UpstreamLimits limits) {
        this.name = name;
        this.balancer = balancer;
        this.limits = limits;
        this.all = new Capacity(limits.inFlight());
        this.streams = new Capacity(limits.streams());
    }

    /** The instances in the order in which this request is to try them; empty if none runs. */
    public List<Instance> candidates() {
        return balancer.order(instances);
    }

    /** Takes a place for the client at the first of the candidates that has one. */
    public Place enter(List<Instance> candidates, String client) throws Overloaded {
        if (all.take(client)) {
            for (var instance : candidates) {
                var there = byInstance.computeIfAbsent(instance, _ -> new Capacity(limits.inFlightPerInstance()));
                if (there.take(client)) {
                    return new Place(this, instance, client, () -> {
                        there.giveBack(client);
                        all.giveBack(client);
                    });
                }
            }
            all.giveBack(client);
        }
        throw refusal();
    }

    Runnable enterStreams(String client) throws Overloaded {
        if (!streams.take(client)) {
            throw refusal();
        }
        return () -> streams.giveBack(client);
    }

    private Overloaded refusal() {
        refused.increment();
        return new Overloaded(name);
    }

    /** An instance that has gone keeps its count while it has requests. */
    void replace(List<Instance> instances) {
        this.instances = instances;
        byInstance.entrySet().removeIf(e -> !instances.contains(e.getKey()) && e.getValue().taken() == 0);
    }

    String name() {
        return name;
    }

    int inFlight() {
        return all.taken();
    }

    int streams() {
        return streams.taken();
    }

    double refused() {
        return refused.sum();
    }

    boolean isFull() {
        return all.isFull();
    }
}
