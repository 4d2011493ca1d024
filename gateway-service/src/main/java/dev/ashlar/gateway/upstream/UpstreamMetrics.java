package dev.ashlar.gateway.upstream;

import dev.ashlar.chassis.health.HealthDetail;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The requests of each upstream and each instance, as metrics and in the detailed health. */
@Component
final class UpstreamMetrics implements HealthDetail, MeterBinder {

    private final UpstreamRegistry upstreams;
    private final Map<Object, List<? extends Meter>> meters = new HashMap<>();

    UpstreamMetrics(UpstreamRegistry upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public String name() {
        return "requests_in_flight";
    }

    @Override
    public Map<String, Object> figures() {
        return upstreams.all().stream().collect(Collectors.toMap(Upstream::name, Upstream::inFlight));
    }

    @Override
    public boolean degraded() {
        return upstreams.all().stream().anyMatch(Upstream::isFull);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        upstreams.onChange(() -> refresh(registry));
        refresh(registry);
    }

    /** Adds the meters of new upstreams and instances, and removes those of former ones. */
    private synchronized void refresh(MeterRegistry registry) {
        var former = new HashMap<>(meters);
        for (var upstream : upstreams.all()) {
            former.remove(upstream);
            meters.computeIfAbsent(upstream, _ -> ofUpstream(upstream, registry));
            for (var instance : upstream.instances()) {
                former.remove(instance);
                meters.computeIfAbsent(instance, _ -> ofInstance(upstream, instance, registry));
            }
        }
        former.forEach((key, gone) -> {
            meters.remove(key);
            gone.forEach(registry::remove);
        });
    }

    private static List<? extends Meter> ofUpstream(Upstream upstream, MeterRegistry registry) {
        var name = upstream.name();
        return List.of(
                Gauge.builder("ashlar.upstream.in.flight", upstream, Upstream::inFlight).tag("upstream", name)
                        .register(registry),
                Gauge.builder("ashlar.upstream.streams", upstream, Upstream::streams).tag("upstream", name)
                        .register(registry),
                Gauge.builder("ashlar.upstream.panic", upstream, one -> one.isInPanic() ? 1 : 0)
                        .description("1 while no instance is ready").tag("upstream", name).register(registry),
                Gauge.builder("ashlar.upstream.breaker.open", upstream, one -> one.breakers().isOpen() ? 1 : 0)
                        .description("1 while a circuit breaker rejects requests").tag("upstream", name)
                        .register(registry),
                FunctionCounter.builder("ashlar.upstream.refused", upstream, Upstream::rejected).tag("upstream", name)
                        .description("Requests rejected because too many were in flight").register(registry),
                FunctionCounter.builder("ashlar.upstream.retries", upstream.retries(), RetryBudget::used)
                        .tag("upstream", name).register(registry),
                FunctionCounter.builder("ashlar.upstream.retries.refused", upstream.retries(), RetryBudget::refused)
                        .description("Retries that the budget did not allow").tag("upstream", name)
                        .register(registry),
                FunctionCounter.builder("ashlar.upstream.ejections", upstream.membership(), Instances::ejections)
                        .tag("upstream", name).register(registry));
    }

    private static List<? extends Meter> ofInstance(Upstream upstream, UpstreamInstance instance,
            MeterRegistry registry) {
        return List.of(
                FunctionCounter.builder("ashlar.instance.requests", instance, UpstreamInstance::requests)
                        .tags("upstream", upstream.name(), "instance", instance.id()).register(registry),
                Gauge.builder("ashlar.instance.in.flight", instance, UpstreamInstance::inFlight)
                        .tags("upstream", upstream.name(), "instance", instance.id()).register(registry),
                Gauge.builder("ashlar.instance.latency", instance, one -> one.latencyNanos() / 1e9)
                        .description("The moving average until the response's head").baseUnit("seconds")
                        .tags("upstream", upstream.name(), "instance", instance.id()).register(registry),
                Gauge.builder("ashlar.instance.up", instance, one -> one.isReady() ? 1 : 0)
                        .description("1 while the instance is live and ready")
                        .tags("upstream", upstream.name(), "instance", instance.id()).register(registry));
    }
}
