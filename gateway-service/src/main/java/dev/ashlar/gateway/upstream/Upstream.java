package dev.ashlar.gateway.upstream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A service as the gateway sees it: the instances that answer to its name, and the requests that they have. */
public final class Upstream {

    private final String name;
    private final Balancer balancer;
    private final UpstreamLimits limits;
    private final InFlight all;
    private final InFlight streams;
    private final Map<Instance, InFlight> byInstance = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();
    private volatile List<Instance> instances = List.of();

    Upstream(String name, Balancer balancer, UpstreamLimits limits) {
        this.name = name;
        this.balancer = balancer;
        this.limits = limits;
        this.all = new InFlight(limits.inFlight());
        this.streams = new InFlight(limits.streams());
    }

    /** The instances in the order in which this request is to try them; empty if none runs. */
    public List<Instance> candidates() {
        return balancer.order(instances);
    }

    /** Takes a place at the first of the candidates that has one. */
    public Place enter(List<Instance> candidates) throws Overloaded {
        if (all.enter()) {
            for (var instance : candidates) {
                var there = byInstance.computeIfAbsent(instance, _ -> new InFlight(limits.inFlightPerInstance()));
                if (there.enter()) {
                    return new Place(this, instance, () -> {
                        there.leave();
                        all.leave();
                    });
                }
            }
            all.leave();
        }
        throw refusal();
    }

    Runnable enterStreams() throws Overloaded {
        if (!streams.enter()) {
            throw refusal();
        }
        return streams::leave;
    }

    private Overloaded refusal() {
        refused.increment();
        return new Overloaded(name);
    }

    /** An instance that has gone keeps its count while it has requests. */
    void replace(List<Instance> instances) {
        this.instances = instances;
        byInstance.entrySet().removeIf(e -> !instances.contains(e.getKey()) && e.getValue().count() == 0);
    }

    String name() {
        return name;
    }

    int inFlight() {
        return all.count();
    }

    int streams() {
        return streams.count();
    }

    double refused() {
        return refused.sum();
    }

    boolean isFull() {
        return all.count() >= limits.inFlight();
    }
}
