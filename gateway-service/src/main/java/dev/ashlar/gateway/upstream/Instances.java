package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.upstream.balance.Balancer;
import dev.ashlar.gateway.upstream.discovery.Endpoint;
import dev.ashlar.gateway.upstream.health.ActiveCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The instances of an upstream, and the pools of those that get requests. Thread-safe. */
final class Instances {

    private static final Logger log = LoggerFactory.getLogger(Instances.class);
    private static final String WITH = "=";
    private static final String WITHOUT = "!";

    private final UpstreamSettings settings;
    private final String zone;
    private final ActiveCheck.Checker checker;
    private final long slowStartNanos;
    private final Map<String, Balancer> balancers = new ConcurrentHashMap<>();
    private final LongAdder ejections = new LongAdder();
    private volatile List<UpstreamInstance> all = List.of();
    private volatile List<UpstreamInstance> removed = List.of();
    private volatile Map<String, Pool> pools = new ConcurrentHashMap<>();
    private volatile Map<UpstreamInstance, InstanceState> states = Map.of();

    /** @param zone of this gateway, or an empty text */
    Instances(UpstreamSettings settings, String zone, ActiveCheck.Checker checker) {
        this.settings = settings;
        this.zone = zone;
        this.checker = checker;
        this.slowStartNanos = settings.health() == null ? 0 : settings.health().slowStart().toNanos();
    }

    /** The name of the pool of one version. */
    static String with(String version) {
        return WITH + version;
    }

    /** The name of the pool of all other versions. */
    static String without(String version) {
        return WITHOUT + version;
    }

    List<UpstreamInstance> all() {
        return all;
    }

    /** A pool whose version has no live instance contains the other instances. */
    Pool pool(String name) {
        return pools.computeIfAbsent(name, _ -> {
            var balancer = balancers.computeIfAbsent(name, _ -> settings.algorithm().create());
            var members = all.stream().filter(one -> belongs(one, name)).toList();
            return Pool.of(members.stream().anyMatch(UpstreamInstance::isLive) ? members : all, zone, balancer);
        });
    }

    private static boolean belongs(UpstreamInstance instance, String pool) {
        return pool.isEmpty() || pool.startsWith(WITH) == pool.substring(1).equals(instance.settings().version());
    }

    @Nullable
    UpstreamInstance choose(Pool pool, Selection selection, Collection<UpstreamInstance> unusable) {
        if (selection.sticky() != null) {
            for (var member : pool.members()) {
                if (member.stickyId().equals(selection.sticky()) && !unusable.contains(member)) {
                    return member;
                }
            }
        }
        var chosen = pool.balancer().choose(pool.members(), selection.key(), one -> !unusable.contains(one));
        if (chosen == null || settings.algorithm().usesKey() || chosen.share(slowStartNanos) >= 1
                || ThreadLocalRandom.current().nextDouble() < chosen.share(slowStartNanos)) {
            return chosen;
        }
        var warmingUp = chosen;
        var other = pool.balancer().choose(pool.members(), selection.key(),
                one -> one != warmingUp && !unusable.contains(one));
        return other == null ? chosen : other;
    }

    /** An instance that stays keeps its state. A removed instance keeps its count until its last request is complete. */
    synchronized void replace(List<Endpoint> found) {
        var known = new ArrayList<>(all);
        known.addAll(removed);
        var presumeHealthy = all.stream().noneMatch(one -> one.isLive() && found.contains(one.endpoint()));
        var next = found.stream().distinct()
                .map(endpoint -> known.stream().filter(one -> one.endpoint().equals(endpoint)).findFirst()
                        .orElseGet(() -> new UpstreamInstance(endpoint, settings, presumeHealthy, checker,
                                this::recompute)))
                .toList();
        if (!next.equals(all)) {
            log.atInfo().addKeyValue("upstream", settings.name()).addKeyValue("instances", next)
                    .log("The instances of an upstream have changed");
        }
        known.removeIf(one -> next.contains(one) || one.inFlight() == 0);
        removed = List.copyOf(known);
        all = next;
        recompute();
    }

    /** Ejects an instance, but never more than the configured share and never the last one. */
    synchronized void eject(UpstreamInstance instance) {
        var gone = all.stream().filter(one -> !one.isLive()).count();
        var ejected = all.stream().filter(one -> one.outlier().isEjected()).count();
        if (instance.outlier().isEjected() || gone + 1 >= all.size()
                || ejected + 1 > all.size() * settings.outliers().ejectAtMost()) {
            return;
        }
        instance.outlier().eject(checker.nanos().getAsLong());
        ejections.increment();
        recompute();
    }

    /** Starts the checks that are due, and lets ejected instances return. */
    void tick() {
        var returning = false;
        for (var instance : all) {
            instance.tick();
            returning |= instance.outlier().returns(checker.nanos().getAsLong());
        }
        if (returning) {
            recompute();
        }
    }

    double ejections() {
        return ejections.sum();
    }

    private synchronized void recompute() {
        var now = new ConcurrentHashMap<UpstreamInstance, InstanceState>();
        for (var instance : all) {
            var state = instance.state();
            var before = states.get(instance);
            now.put(instance, state);
            if (before != null && before != state) {
                log.atLevel(state == InstanceState.HEALTHY ? Level.INFO : Level.WARN)
                        .addKeyValue("upstream", settings.name()).addKeyValue("instance", instance)
                        .addKeyValue("before", before.key()).addKeyValue("state", state.key())
                        .log("The state of an instance has changed");
            }
            if (before == InstanceState.UNHEALTHY && instance.isLive()
                    || before == InstanceState.EJECTED && instance.isLive()) {
                instance.returned();
            }
        }
        states = Map.copyOf(now);
        pools = new ConcurrentHashMap<>();
    }
}
