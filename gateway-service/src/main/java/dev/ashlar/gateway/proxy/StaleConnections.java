package dev.ashlar.gateway.proxy;

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
 * Discards the pooled connections to an instance that are older than its last connection failure: if the instance closed one, it
 * has closed all. Connections to other instances are not affected. Thread-safe.
 */
final class StaleConnections {

    private static final long RETENTION_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ConnectionConfig defaultConfig;
    private final Map<HttpHost, Long> failures = new ConcurrentHashMap<>();

    StaleConnections(ConnectionConfig defaultConfig) {
        this.defaultConfig = defaultConfig;
    }

    void add(HttpHost instance) {
        var now = System.nanoTime();
        failures.values().removeIf(failure -> now - failure > RETENTION_NANOS);
        failures.put(normalized(instance), now);
    }

    ConnectionConfig configOf(HttpRoute route) {
        var failure = failures.get(normalized(route.getTargetHost()));
        if (failure == null) {
            return defaultConfig;
        }
        var sinceFailure = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - failure);
        return ConnectionConfig.copy(defaultConfig).setTimeToLive(TimeValue.ofMilliseconds(sinceFailure)).build();
    }

    /** Adds the default port, like the routes of the client. */
    private static HttpHost normalized(HttpHost host) {
        return RoutingSupport.normalize(host, DefaultSchemePortResolver.INSTANCE);
    }
}
