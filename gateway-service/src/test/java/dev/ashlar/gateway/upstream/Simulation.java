package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.upstream.health.ActiveCheck;
import dev.ashlar.gateway.upstream.health.CheckTarget;
import dev.ashlar.gateway.upstream.health.HealthSettings;
import dev.ashlar.gateway.upstream.health.Probe;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An upstream with a fake clock, fake checks and fake requests. A dead host refuses checks, and an unready host is not ready. */
final class Simulation {

    private static final HealthSettings HEALTH = new HealthSettings("/health", "/health/ready", Duration.ofSeconds(1),
            Duration.ofSeconds(1), 2, 3, Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final AtomicLong nanos = new AtomicLong();
    final Set<String> dead = new HashSet<>();
    final Set<String> unready = new HashSet<>();
    private final Probe probe = this::status;

    private int status(CheckTarget target, String path, Duration timeout) throws ConnectException {
        if (dead.contains(target.address().getHostName())) {
            throw new ConnectException();
        }
        return path.equals("/health/ready") && unready.contains(target.address().getHostName()) ? 503 : 200;
    }

    Upstream upstream(InstanceSettings... entries) {
        var created = Upstreams.create(Upstreams.settings("stock", HEALTH, List.of()), "a",
                new ActiveCheck.Checker(probe, Runnable::run, nanos::get, () -> 1));
        created.membership().replace(Endpoints.of(entries));
        return created;
    }

    void seconds(Upstream upstream, int count) {
        for (var n = 0; n < count; n++) {
            upstream.membership().tick();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            upstream.membership().tick();
        }
    }

    static void fail(Upstream upstream, String host, int times) {
        upstream.instances().stream().filter(one -> one.address().getHostName().equals(host))
                .forEach(instance -> {
                    for (var n = 0; n < times; n++) {
                        upstream.failed(instance);
                    }
                });
    }

    /** The hosts of 1,000 requests. */
    static Map<String, Integer> requests(Upstream upstream) {
        var hosts = new HashMap<String, Integer>();
        for (var n = 0; n < 1_000; n++) {
            try {
                var permit = upstream.acquire(upstream.select(null, 0, null), "client", List.of());
                hosts.merge(permit.instance().address().getHostName(), 1, Integer::sum);
                permit.release();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return hosts;
    }

    static List<InstanceState> states(Upstream upstream) {
        return upstream.instances().stream().map(UpstreamInstance::state).toList();
    }

    static InstanceSettings primary(String host) {
        return entry(host, false, null, null);
    }

    static InstanceSettings backup(String host) {
        return entry(host, true, null, null);
    }

    static InstanceSettings versioned(String host, String version) {
        return entry(host, false, version, null);
    }

    static InstanceSettings zoned(String host, String zone) {
        return entry(host, false, null, zone);
    }

    private static InstanceSettings entry(String host, boolean backup, @Nullable String version,
            @Nullable String zone) {
        return new InstanceSettings(URI.create("http://" + host + ":8080"), 1, backup, version, zone);
    }
}
