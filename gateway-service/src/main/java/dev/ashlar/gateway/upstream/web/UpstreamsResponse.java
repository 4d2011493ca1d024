package dev.ashlar.gateway.upstream.web;

import dev.ashlar.gateway.upstream.Upstream;
import dev.ashlar.gateway.upstream.UpstreamInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of all upstreams, as this gateway sees them. */
record UpstreamsResponse(List<UpstreamState> upstreams) {

    /**
     * An upstream.
     *
     * @param panic true while no instance is ready, so instances that are not ready get requests
     * @param breaker the state of the circuit breaker, by the class of requests
     */
    record UpstreamState(String name, String algorithm, boolean panic, Map<String, String> breaker,
            List<InstanceFigures> instances) {}

    /**
     * An instance.
     *
     * @param successes in a row: health checks, or requests if there are no checks
     * @param failures in a row: health checks, or requests if there are no checks
     * @param latencyMs the moving average of the time until the response's head. 0 before the first response
     * @param requests since this gateway knows the instance
     */
    record InstanceFigures(String address, String state, int weight, @Nullable String version, @Nullable String zone,
            boolean backup, int successes, int failures, int inFlight, double latencyMs, long requests,
            @Nullable Instant ejectedUntil) {}

    static UpstreamsResponse of(Collection<Upstream> upstreams, Clock clock) {
        return new UpstreamsResponse(upstreams.stream()
                .map(one -> new UpstreamState(one.name(), one.settings().algorithm().key(), one.isInPanic(),
                        one.breakers().states(),
                        one.instances().stream().map(instance -> figures(instance, clock)).toList()))
                .toList());
    }

    private static InstanceFigures figures(UpstreamInstance instance, Clock clock) {
        var settings = instance.settings();
        var ejected = instance.outlier().isEjected();
        return new InstanceFigures(instance.id(), instance.state().key(), settings.weight(), settings.version(),
                settings.zone(), settings.backup(), instance.successes(), instance.failures(), instance.inFlight(),
                Math.round(instance.latencyNanos() / 100_000) / 10.0, instance.requests(),
                ejected ? clock.instant().plus(instance.outlier().remaining(System.nanoTime())) : null);
    }
}
