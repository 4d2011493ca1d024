package dev.ashlar.gateway.upstream;

import dev.ashlar.chassis.health.HealthDetail;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The requests in flight to each service, as metrics and in the detailed health. */
@Component
final class UpstreamMetrics implements HealthDetail, MeterBinder {

    private final UpstreamRegistry upstreams;

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
        for (var upstream : upstreams.all()) {
            Gauge.builder("ashlar.upstream.in.flight", upstream, Upstream::inFlight).tag("upstream", upstream.name())
                    .register(registry);
            Gauge.builder("ashlar.upstream.streams", upstream, Upstream::streams).tag("upstream", upstream.name())
                    .register(registry);
            FunctionCounter.builder("ashlar.upstream.refused", upstream, Upstream::rejected)
                    .tag("upstream", upstream.name()).description("Requests rejected because too many were in flight")
                    .register(registry);
        }
    }
}
