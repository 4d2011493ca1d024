package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.upstream.balance.Balancer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The instances that get requests now, and the algorithm that chooses one.
 *
 * @param panic true if no instance is ready, so instances that are not ready or not even live are used
 */
record Pool(UpstreamInstance[] members, boolean panic, Balancer balancer) {

    /** Envoy's overprovisioning factor of 1.4: a zone with 72 % of its instances serves its requests alone. */
    private static final double ENOUGH = 1 / 1.4;

    /**
     * In this sequence: ready instances, ready backups, live instances, live backups, all instances.
     *
     * @param zone the gateway's own zone, or an empty text
     */
    static Pool of(List<UpstreamInstance> all, String zone, Balancer balancer) {
        var primaries = all.stream().filter(one -> !one.settings().backup()).toList();
        var backups = all.stream().filter(one -> one.settings().backup()).toList();
        for (var condition : List.<Predicate<UpstreamInstance>>of(UpstreamInstance::isReady,
                UpstreamInstance::isLive)) {
            for (var tier : List.of(primaries, backups)) {
                var members = tier.stream().filter(condition).toList();
                if (!members.isEmpty()) {
                    return pool(preferred(members, tier, zone), members.stream().noneMatch(UpstreamInstance::isReady),
                            balancer);
                }
            }
        }
        return pool(all, !all.isEmpty(), balancer);
    }

    private static Pool pool(List<UpstreamInstance> members, boolean panic, Balancer balancer) {
        return new Pool(members.toArray(UpstreamInstance[]::new), panic, balancer);
    }

    private static List<UpstreamInstance> preferred(List<UpstreamInstance> members, List<UpstreamInstance> tier,
            String zone) {
        var own = new ArrayList<>(members);
        own.removeIf(one -> !zone.equals(one.settings().zone()));
        var known = tier.stream().filter(one -> zone.equals(one.settings().zone())).count();
        return !own.isEmpty() && own.size() >= known * ENOUGH ? own : members;
    }
}
