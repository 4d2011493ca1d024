package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.bulkhead.Bulkhead;
import java.net.NoRouteToHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A service behind the gateway: its instances and its requests in flight. Thread-safe. */
public final class Upstream {

    private final UpstreamSettings settings;
    private final Instances instances;
    private final Bulkhead all;
    private final Bulkhead streams;
    private final CircuitBreakers breakers;
    private final RetryBudget retries = new RetryBudget();
    private final LongAdder rejected = new LongAdder();
    private volatile @Nullable Canary canary;

    Upstream(UpstreamSettings settings, Instances instances, CircuitBreakers breakers) {
        this.settings = settings;
        this.instances = instances;
        this.breakers = breakers;
        this.all = new Bulkhead(settings.limits().inFlight());
        this.streams = new Bulkhead(settings.limits().streams());
    }

    public UpstreamSettings settings() {
        return settings;
    }

    public String name() {
        return settings.name();
    }

    public CircuitBreakers breakers() {
        return breakers;
    }

    public RetryBudget retries() {
        return retries;
    }

    /** @param canary null: all versions get requests */
    public void setCanary(@Nullable Canary canary) {
        this.canary = canary;
    }

    /**
     * Decides which version a request gets, for all its attempts.
     *
     * @param version of the route. Null: the canary decides
     * @param key the hash of the value for {@code ip-hash} and {@code consistent-hash}
     * @param sticky the {@link UpstreamInstance#stickyId} of the instance that the request must get if possible
     */
    public Selection select(@Nullable String version, long key, @Nullable String sticky) {
        if (version != null) {
            return new Selection(Instances.with(version), key, sticky);
        }
        var current = canary;
        if (current == null) {
            return new Selection(Selection.ANY, key, sticky);
        }
        var chosen = ThreadLocalRandom.current().nextInt(100) < current.weight();
        return new Selection(chosen ? Instances.with(current.version()) : Instances.without(current.version()), key,
                sticky);
    }

    /**
     * Acquires a permit at an instance that is not full.
     *
     * @param tried instances that failed already. They are used again only if there is no other
     * @throws NoRouteToHostException if there is no instance
     * @throws UpstreamOverloaded if all permits are in use
     */
    public InstancePermit acquire(Selection selection, String client, Collection<UpstreamInstance> tried)
            throws NoRouteToHostException, UpstreamOverloaded {
        var pool = instances.pool(selection.pool());
        if (pool.members().length == 0) {
            throw new NoRouteToHostException("No instance of " + name() + " is running");
        }
        if (all.tryAcquire(client)) {
            var permit = acquire(pool, selection, client, tried);
            if (permit != null) {
                return permit;
            }
            all.release(client);
        }
        throw overloaded();
    }

    private @Nullable InstancePermit acquire(Pool pool, Selection selection, String client,
            Collection<UpstreamInstance> tried) {
        var unusable = tried;
        for (var n = 0; n <= pool.members().length + tried.size(); n++) {
            var chosen = instances.choose(pool, selection, unusable);
            if (chosen == null && unusable.size() == tried.size()) {
                chosen = instances.choose(pool, selection, List.of());
            }
            if (chosen == null) {
                return null;
            }
            var inFlight = chosen.bulkhead();
            if (inFlight.tryAcquire(client)) {
                chosen.requestSent();
                return new InstancePermit(this, chosen, client, () -> {
                    inFlight.release(client);
                    all.release(client);
                });
            }
            unusable = new ArrayList<>(unusable);
            unusable.add(chosen);
        }
        return null;
    }

    Runnable acquireStream(String client) throws UpstreamOverloaded {
        if (!streams.tryAcquire(client)) {
            throw overloaded();
        }
        return () -> streams.release(client);
    }

    private UpstreamOverloaded overloaded() {
        rejected.increment();
        return new UpstreamOverloaded(name());
    }

    void failed(UpstreamInstance instance) {
        if (instance.outlier().failed()) {
            instances.eject(instance);
        }
    }

    /** All instances, those that get no requests included. */
    public List<UpstreamInstance> instances() {
        return instances.all();
    }

    /** True if a retry could reach an instance that is healthy. */
    public boolean hasHealthyBeside(UpstreamInstance instance) {
        return instances.all().stream().anyMatch(one -> one != instance && one.state() == InstanceState.HEALTHY);
    }

    /** True if no instance is ready, so instances that are not ready get requests. */
    public boolean isInPanic() {
        return instances.pool(Selection.ANY).panic();
    }

    Instances membership() {
        return instances;
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
