package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.bulkhead.Bulkhead;
import dev.ashlar.gateway.upstream.balance.Candidate;
import dev.ashlar.gateway.upstream.balance.KeyHash;
import dev.ashlar.gateway.upstream.balance.PeakEwma;
import dev.ashlar.gateway.upstream.discovery.Endpoint;
import dev.ashlar.gateway.upstream.health.ActiveCheck;
import dev.ashlar.gateway.upstream.health.CheckState;
import dev.ashlar.gateway.upstream.health.CheckTarget;
import dev.ashlar.gateway.upstream.health.OutlierState;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** An instance with its health and its figures. Thread-safe. */
public final class UpstreamInstance implements Candidate {

    private static final double FIRST_SHARE = 0.1;
    private static final long LONG_AGO = Long.MIN_VALUE;

    private final Endpoint endpoint;
    private final String id;
    private final String stickyId;
    private final HttpRoute route;
    private final URIAuthority authority;
    private final LongSupplier nanos;
    private final Bulkhead bulkhead;
    private final OutlierState outlier;
    private final @Nullable CheckState checks;
    private final @Nullable ActiveCheck check;
    private final boolean presumedHealthy;
    private final PeakEwma latency = new PeakEwma();
    private final LongAdder requests = new LongAdder();
    private volatile long returned = LONG_AGO;

    /** @param presumedHealthy true: gets requests before its first checks have succeeded, because there is no other instance */
    UpstreamInstance(Endpoint endpoint, UpstreamSettings settings, boolean presumedHealthy,
            ActiveCheck.Checker checker, Runnable onChange) {
        var address = RoutingSupport.normalize(endpoint.address(), DefaultSchemePortResolver.INSTANCE);
        this.endpoint = endpoint;
        this.id = endpoint.url();
        this.stickyId = Long.toUnsignedString(KeyHash.of(id), Character.MAX_RADIX);
        this.route = new HttpRoute(address, null, address.getSchemeName().equals("https"));
        this.authority = new URIAuthority(endpoint.address().getHostName(), endpoint.address().getPort());
        this.nanos = checker.nanos();
        this.bulkhead = new Bulkhead(settings.limits().inFlightPerInstance());
        this.outlier = new OutlierState(settings.outliers());
        this.presumedHealthy = presumedHealthy;
        var health = settings.health();
        this.checks = health == null ? null : new CheckState(health);
        this.check = health == null || checks == null
                ? null
                : new ActiveCheck(new CheckTarget(address, settings.tls()), health, checks, checker, onChange);
    }

    public HttpHost address() {
        return endpoint.address();
    }

    /** For the HTTP client. */
    public HttpRoute route() {
        return route;
    }

    /** The {@code Host} header for the instance. */
    public URIAuthority authority() {
        return authority;
    }

    public InstanceSettings settings() {
        return endpoint.settings();
    }

    /** Identifies the instance in a cookie without its address. */
    public String stickyId() {
        return stickyId;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int weight() {
        return settings().weight();
    }

    @Override
    public int inFlight() {
        return bulkhead.inUse();
    }

    @Override
    public double latencyNanos() {
        return latency.at(nanos.getAsLong());
    }

    /** The number of requests sent to the instance, retries included. */
    public long requests() {
        return requests.sum();
    }

    /** The number of successes since the last failure: of checks, or of requests if there are no checks. */
    public int successes() {
        return checks == null ? outlier.successes() : checks.successes();
    }

    /** The number of failures since the last success: of checks, or of requests if there are no checks. */
    public int failures() {
        return checks == null ? outlier.failures() : checks.failures();
    }

    public OutlierState outlier() {
        return outlier;
    }

    public InstanceState state() {
        if (outlier.isEjected()) {
            return InstanceState.EJECTED;
        }
        if (checks == null || check == null) {
            return InstanceState.HEALTHY;
        }
        return switch (checks.health()) {
            case UNKNOWN -> InstanceState.CHECKING;
            case UNHEALTHY -> InstanceState.UNHEALTHY;
            case HEALTHY -> check.isReady() ? InstanceState.HEALTHY : InstanceState.UNREADY;
        };
    }

    /** True if the instance may get requests while others are healthy. */
    boolean isLive() {
        return switch (state()) {
            case HEALTHY, UNREADY -> true;
            case CHECKING -> presumedHealthy && failures() == 0;
            case UNHEALTHY, EJECTED -> false;
        };
    }

    boolean isReady() {
        return isLive() && (check == null || check.isReady());
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Bulkhead bulkhead() {
        return bulkhead;
    }

    void tick() {
        if (check != null) {
            check.tick();
        }
    }

    void requestSent() {
        requests.increment();
    }

    void responded(long latencyNanos) {
        latency.add(latencyNanos, nanos.getAsLong());
    }

    /** Starts the slow start. */
    void returned() {
        returned = nanos.getAsLong();
    }

    /** The share of its requests that the instance gets in its slow start, up to 1. */
    double share(long slowStartNanos) {
        if (returned == LONG_AGO) {
            return 1;
        }
        var elapsed = nanos.getAsLong() - returned;
        return elapsed >= slowStartNanos ? 1 : Math.max(FIRST_SHARE, (double) elapsed / slowStartNanos);
    }

    @Override
    public String toString() {
        return id;
    }
}
