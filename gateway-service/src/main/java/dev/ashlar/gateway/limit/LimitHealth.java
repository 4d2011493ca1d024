package dev.ashlar.gateway.limit;

import dev.ashlar.chassis.health.HealthDetail;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;

/** Shows in the detailed health and in metrics whether this gateway limits by itself. */
final class LimitHealth implements HealthDetail, MeterBinder {

    private final SharedStore store;
    private final KnownGateways gateways;

    LimitHealth(SharedStore store, KnownGateways gateways) {
        this.store = store;
        this.gateways = gateways;
    }

    @Override
    public String name() {
        return "rate_limits";
    }

    @Override
    public Map<String, Object> figures() {
        return Map.of("buckets", store.isAway() ? "local" : "shared", "gateways", gateways.count());
    }

    @Override
    public boolean degraded() {
        return store.isAway();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ashlar.limits.local", store, one -> one.isAway() ? 1 : 0)
                .description("1 while this gateway limits its own share, because the cache Redis is unavailable")
                .register(meters);
        Gauge.builder("ashlar.limits.gateways", gateways, KnownGateways::count)
                .description("Gateways that share the limits, as last known").register(meters);
    }
}
