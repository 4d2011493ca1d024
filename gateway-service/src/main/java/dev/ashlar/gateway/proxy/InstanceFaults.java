package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.upstream.Instance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;

/**
 * Remembers when an instance broke off a connection. The connections to it that are older are closed when they are next asked for:
 * an instance that closed one has closed them all. Connections to other instances stay.
 */
final class InstanceFaults {

    private static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ConnectionConfig healthy;
    private final Map<HttpHost, Long> faults = new ConcurrentHashMap<>();

    InstanceFaults(ConnectionConfig healthy) {
        this.healthy = healthy;
    }

    void add(Instance instance) {
        var now = System.nanoTime();
        faults.values().removeIf(fault -> now - fault > REMEMBERED_NANOS);
        faults.put(normalized(instance.address()), now);
    }

    ConnectionConfig configOf(HttpRoute route) {
        var fault = faults.get(normalized(route.getTargetHost()));
        if (fault == null) {
            return healthy;
        }
        var sinceFault = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - fault);
        return ConnectionConfig.copy(healthy).setTimeToLive(TimeValue.ofMilliseconds(sinceFault)).build();
    }

    /** With its port, as the client's routes have it. */
    private static HttpHost normalized(HttpHost host) {
        return RoutingSupport.normalize(host, DefaultSchemePortResolver.INSTANCE);
    }
}
