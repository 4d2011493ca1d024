package dev.ashlar.gateway.upstream;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

final class RoundRobin implements Balancer {

    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public List<UpstreamInstance> order(List<UpstreamInstance> instances) {
        if (instances.size() < 2) {
            return instances;
        }
        var first = Math.floorMod(turn.getAndIncrement(), instances.size());
        return Stream.concat(instances.stream().skip(first), instances.stream().limit(first)).toList();
    }
}
