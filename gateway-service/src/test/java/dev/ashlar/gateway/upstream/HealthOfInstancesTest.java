package dev.ashlar.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** Which instances get requests, with a fake clock and fake checks. */
class HealthOfInstancesTest {

    private static final HealthSettings HEALTH = new HealthSettings("/health", "/health/ready", Duration.ofSeconds(1),
            Duration.ofSeconds(1), 2, 3, Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final AtomicLong nanos = new AtomicLong();
    private final Set<String> dead = new HashSet<>();
    private final Set<String> unready = new HashSet<>();
    private final Probe probe = this::status;

    private int status(CheckTarget target, String path, Duration timeout) throws ConnectException {
        if (dead.contains(target.address().getHostName())) {
            throw new ConnectException();
        }
        return path.equals("/health/ready") && unready.contains(target.address().getHostName()) ? 503 : 200;
    }

    @Test
    void usesNewInstancesAtOnceIfThereIsNoOther() {
        var stock = upstream(primary("a"), primary("b"));

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
        assertThat(states(stock)).containsOnly(InstanceState.CHECKING);
        assertThat(stock.isInPanic()).isFalse();
    }

    @Test
    void usesANewInstanceBesideOthersAfterTwoSuccesses() {
        var stock = upstream(primary("a"));
        seconds(stock, 3);
        stock.membership().replace(Endpoints.of(primary("a"), primary("b")));

        assertThat(requests(stock)).containsOnlyKeys("a");
        seconds(stock, 2);
        assertThat(requests(stock)).containsOnlyKeys("a", "b");
    }

    @Test
    void removesAnInstanceWhoseChecksFail() {
        var stock = upstream(primary("a"), primary("b"));
        seconds(stock, 3);
        dead.add("a");
        seconds(stock, 4);

        assertThat(requests(stock)).containsOnlyKeys("b");
        assertThat(states(stock)).containsExactly(InstanceState.UNHEALTHY, InstanceState.HEALTHY);
    }

    @Test
    void prefersReadyInstances() {
        unready.add("a");
        var stock = upstream(primary("a"), primary("b"));
        seconds(stock, 3);

        assertThat(requests(stock)).containsOnlyKeys("b");
        assertThat(states(stock)).containsExactly(InstanceState.UNREADY, InstanceState.HEALTHY);
    }

    @Test
    void usesAllLiveInstancesIfNoneIsReady() {
        unready.addAll(List.of("a", "b"));
        dead.add("c");
        var stock = upstream(primary("a"), primary("b"), primary("c"));
        seconds(stock, 4);

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
        assertThat(stock.isInPanic()).isTrue();
    }

    @Test
    void usesAllInstancesIfNoneIsLive() {
        dead.addAll(List.of("a", "b"));
        var stock = upstream(primary("a"), primary("b"));
        seconds(stock, 4);

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
        assertThat(stock.isInPanic()).isTrue();
    }

    @Test
    void usesABackupOnlyWhileNoPrimaryIsAvailable() {
        var stock = upstream(primary("a"), backup("b"));
        seconds(stock, 3);
        assertThat(requests(stock)).containsOnlyKeys("a");
        dead.add("a");
        seconds(stock, 4);
        assertThat(requests(stock)).containsOnlyKeys("b");
        dead.clear();
        seconds(stock, 3);

        assertThat(requests(stock)).containsOnlyKeys("a");
    }

    @Test
    void prefersItsOwnZoneWhileMostOfItIsHealthy() {
        var stock = upstream(zoned("a1", "a"), zoned("a2", "a"), zoned("b1", "b"));
        seconds(stock, 3);
        assertThat(requests(stock)).containsOnlyKeys("a1", "a2");
        dead.add("a1");
        seconds(stock, 4);

        assertThat(requests(stock)).containsOnlyKeys("a2", "b1");
    }

    @Test
    void ejectsAnInstanceWhoseRequestsFail() {
        var stock = upstream(primary("a"), primary("b"));
        seconds(stock, 3);

        fail(stock, "a", 3);

        assertThat(requests(stock)).containsOnlyKeys("b");
        assertThat(states(stock)).containsExactly(InstanceState.EJECTED, InstanceState.HEALTHY);
    }

    @Test
    void letsAnEjectedInstanceReturnSlowly() {
        var stock = upstream(primary("a"), primary("b"));
        seconds(stock, 3);
        fail(stock, "a", 3);
        seconds(stock, 5);

        assertThat(requests(stock).get("a")).isBetween(1, 200);
        seconds(stock, 10);
        assertThat(requests(stock).get("a")).isEqualTo(500);
    }

    @Test
    void ejectsLongerAfterEachFailure() {
        var stock = upstream(primary("a"), primary("b"));
        seconds(stock, 3);
        fail(stock, "a", 3);
        seconds(stock, 6);
        fail(stock, "a", 3);
        seconds(stock, 6);
        assertThat(requests(stock)).containsOnlyKeys("b");
        seconds(stock, 5);

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
    }

    @Test
    void neverEjectsMoreThanHalfAndNeverTheLastInstance() {
        var stock = upstream(primary("a"), primary("b"));
        seconds(stock, 3);
        fail(stock, "a", 3);
        fail(stock, "b", 3);
        assertThat(requests(stock)).containsOnlyKeys("b");

        var single = upstream(primary("a"));
        seconds(single, 3);
        fail(single, "a", 10);
        assertThat(requests(single)).containsOnlyKeys("a");
    }

    @Test
    void aSuccessResetsTheCountOfFailures() {
        var stock = upstream(primary("a"), primary("b"));
        seconds(stock, 3);
        fail(stock, "a", 2);
        stock.instances().getFirst().outlier().succeeded();
        fail(stock, "a", 2);

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
    }

    @Test
    void givesTheCanaryItsShare() {
        var stock = upstream(versioned("a", "v1"), versioned("b", "v2"));
        seconds(stock, 3);
        stock.setCanary(new Canary("v2", 10));
        assertThat(requests(stock).get("b")).isBetween(60, 150);
        stock.setCanary(new Canary("v2", 0));
        assertThat(requests(stock)).containsOnlyKeys("a");
        stock.setCanary(new Canary("v2", 100));
        assertThat(requests(stock)).containsOnlyKeys("b");
        stock.setCanary(null);

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
    }

    @Test
    void usesOtherVersionsIfTheCanaryHasNoLiveInstance() {
        var stock = upstream(versioned("a", "v1"), versioned("b", "v2"));
        stock.setCanary(new Canary("v3", 100));

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
    }

    private Upstream upstream(InstanceSettings... entries) {
        var created = Upstreams.create(Upstreams.settings("stock", HEALTH, List.of()), "a",
                new ActiveCheck.Checker(probe, Runnable::run, nanos::get, () -> 1));
        created.membership().replace(Endpoints.of(entries));
        return created;
    }

    private void seconds(Upstream upstream, int count) {
        for (var n = 0; n < count; n++) {
            upstream.membership().tick();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            upstream.membership().tick();
        }
    }

    private static void fail(Upstream upstream, String host, int times) {
        upstream.instances().stream().filter(one -> one.address().getHostName().equals(host))
                .forEach(instance -> {
                    for (var n = 0; n < times; n++) {
                        upstream.failed(instance);
                    }
                });
    }

    /** The hosts of 1,000 requests. */
    private static Map<String, Integer> requests(Upstream upstream) {
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

    private static List<InstanceState> states(Upstream upstream) {
        return upstream.instances().stream().map(UpstreamInstance::state).toList();
    }

    private static InstanceSettings primary(String host) {
        return entry(host, false, null, null);
    }

    private static InstanceSettings backup(String host) {
        return entry(host, true, null, null);
    }

    private static InstanceSettings versioned(String host, String version) {
        return entry(host, false, version, null);
    }

    private static InstanceSettings zoned(String host, String zone) {
        return entry(host, false, null, zone);
    }

    private static InstanceSettings entry(String host, boolean backup, @Nullable String version,
            @Nullable String zone) {
        return new InstanceSettings(URI.create("http://" + host + ":8080"), 1, backup, version, zone);
    }
}
