package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.tick.Tick;
import dev.ashlar.gateway.upstream.discovery.Discovery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All upstreams. Each tick refreshes their instances, starts the health checks and ends ejections. Thread-safe. */
public final class UpstreamRegistry implements Tick {

    private final UpstreamEnvironment environment;
    private volatile Map<String, Entry> byName = Map.of();
    private volatile Runnable onChange = () -> {};

    private record Entry(Upstream upstream, Discovery discovery) {}

    UpstreamRegistry(UpstreamEnvironment environment) {
        this.environment = environment;
    }

    /** Replaces the upstreams. One whose settings are the same keeps its state. Reads the instances of new upstreams. */
    public synchronized void apply(List<UpstreamSettings> settings) {
        var next = new LinkedHashMap<String, Entry>();
        for (var one : settings) {
            var known = byName.get(one.name());
            next.put(one.name(), known != null && known.upstream.settings().equals(one) ? known : create(one));
        }
        byName = next;
        onChange.run();
    }

    private Entry create(UpstreamSettings settings) {
        var instances = new Instances(settings, environment.zone(), environment.checker());
        var upstream = new Upstream(settings, instances, new CircuitBreakers(settings.name()));
        var discovery = new Discovery(settings.name(), environment.source(settings), found -> {
            instances.replace(found);
            onChange.run();
        }, environment.checker().nanos());
        discovery.run();
        return new Entry(upstream, discovery);
    }

    /** @throws IllegalArgumentException if the upstream is unknown */
    public Upstream named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("There is no upstream " + name));
    }

    public Optional<Upstream> find(String name) {
        return Optional.ofNullable(byName.get(name)).map(Entry::upstream);
    }

    /** In the sequence of the configuration. */
    public Collection<Upstream> all() {
        return byName.values().stream().map(Entry::upstream).toList();
    }

    /** @param action runs after each change of upstreams or instances */
    void onChange(Runnable action) {
        onChange = action;
    }

    @Override
    public void tick() {
        for (var entry : byName.values()) {
            entry.discovery.tick(environment.checker().executor());
            entry.upstream.membership().tick();
        }
    }
}
