package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.bulkhead.Bulkhead;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A service behind the gateway: its instances and its requests in flight. Thread-safe. */
public final class Upstream {

    private final String name;
    private final Balancer balancer;
    private final UpstreamLimits limits;
    private final Bulkhead all;
    private final Bulkhead streams;
    private final Map<UpstreamInstance, Bulkhead> byInstance = new ConcurrentHashMap<>();
    private final LongAdder rejected = new LongAdder();
    private volatile List<UpstreamInstance> instances = List.of();

    Upstream(String name, Balancer balancer, UpstreamLimits limits) {
        this.name = name;
        this.balancer = balancer;
        this.limits = limits;
        this.all = new Bulkhead(limits.inFlight());
        this.streams = new Bulkhead(limits.streams());
    }

    /** The instances in the sequence in which the request must try them. Empty if no instance runs. */
    public List<UpstreamInstance> candidates() {
        return balancer.order(instances);
    }

    /** Acquires a permit at the first candidate that is not full. */
    public InstancePermit acquire(List<UpstreamInstance> candidates, String client) throws UpstreamOverloaded {
        if (all.tryAcquire(client)) {
            for (var instance : candidates) {
                var inFlight = byInstance.computeIfAbsent(instance, _ -> new Bulkhead(limits.inFlightPerInstance()));
                if (inFlight.tryAcquire(client)) {
                    return new InstancePermit(this, instance, client, () -> {
                        inFlight.release(client);
                        all.release(client);
                    });
                }
            }
            all.release(client);
        }
        throw overloaded();
    }

    Runnable acquireStream(String client) throws UpstreamOverloaded {
        if (!streams.tryAcquire(client)) {
            throw overloaded();
        }
        return () -> streams.release(client);
    }

    private UpstreamOverloaded overloaded() {
        rejected.increment();
        return new UpstreamOverloaded(name);
    }

    /** A removed instance keeps its count until its last request is complete. */
    void replace(List<UpstreamInstance> instances) {
        this.instances = instances;
        byInstance.entrySet().removeIf(e -> !instances.contains(e.getKey()) && e.getValue().inUse() == 0);
    }

    String name() {
        return name;
    }

    int inFlight() {
        return all.inUse();
    }

    int streams() {
        return streams.inUse();
    }

    double rejected() {
        return rejected.sum();
    }

    boolean isFull() {
        return all.isFull();
    }
}
