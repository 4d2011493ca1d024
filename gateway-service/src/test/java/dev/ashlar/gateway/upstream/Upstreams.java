package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.upstream.balance.Algorithm;
import dev.ashlar.gateway.upstream.health.ActiveCheck;
import dev.ashlar.gateway.upstream.health.HealthSettings;
import dev.ashlar.gateway.upstream.health.OutlierSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Upstreams for tests. All checks succeed at once, unless a test gives another checker. */
public final class Upstreams {

    static final OutlierSettings OUTLIERS = new OutlierSettings(3, Duration.ofSeconds(5), 0.5);
    static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1),
            null);

    private Upstreams() {}

    /** An upstream with round robin and without health checks. */
    public static Upstream with(String name, String... addresses) {
        return create(settings(name, null, entries(addresses)), new AtomicLong()::get);
    }

    static List<InstanceSettings> entries(String... addresses) {
        return Arrays.stream(addresses).map(address -> InstanceSettings.of(URI.create(address))).toList();
    }

    static UpstreamSettings settings(String name, @Nullable HealthSettings health, List<InstanceSettings> entries) {
        return new UpstreamSettings(name, new InstanceList.Listed(entries), Algorithm.ROUND_ROBIN,
                HashKey.CLIENT_ADDRESS, health, OUTLIERS, new UpstreamLimits(300, 150, 300), TIMEOUTS, null);
    }

    static Upstream create(UpstreamSettings settings, LongSupplier nanos) {
        return create(settings, "", new ActiveCheck.Checker((_, _, _) -> 200, Runnable::run, nanos, () -> 1));
    }

    static Upstream create(UpstreamSettings settings, String zone, ActiveCheck.Checker checker) {
        var registry = new UpstreamRegistry(
                new UpstreamEnvironment(zone, Duration.ofSeconds(5), checker, JsonMapper.shared()));
        registry.apply(List.of(settings));
        return registry.named(settings.name());
    }
}
