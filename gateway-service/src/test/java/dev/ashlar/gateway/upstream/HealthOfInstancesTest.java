package dev.ashlar.gateway.upstream;

import static dev.ashlar.gateway.upstream.Simulation.backup;
import static dev.ashlar.gateway.upstream.Simulation.primary;
import static dev.ashlar.gateway.upstream.Simulation.requests;
import static dev.ashlar.gateway.upstream.Simulation.states;
import static dev.ashlar.gateway.upstream.Simulation.zoned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which instances get requests, with a fake clock and fake checks. */
class HealthOfInstancesTest {

    private final Simulation simulation = new Simulation();

    @Test
    void usesNewInstancesAtOnceIfThereIsNoOther() {
        var stock = simulation.upstream(primary("a"), primary("b"));

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
        assertThat(states(stock)).containsOnly(InstanceState.CHECKING);
        assertThat(stock.isInPanic()).isFalse();
    }

    @Test
    void usesANewInstanceBesideOthersAfterTwoSuccesses() {
        var stock = simulation.upstream(primary("a"));
        simulation.seconds(stock, 3);
        stock.membership().replace(Endpoints.of(primary("a"), primary("b")));

        assertThat(requests(stock)).containsOnlyKeys("a");
        simulation.seconds(stock, 2);
        assertThat(requests(stock)).containsOnlyKeys("a", "b");
    }

    @Test
    void removesAnInstanceWhoseChecksFail() {
        var stock = simulation.upstream(primary("a"), primary("b"));
        simulation.seconds(stock, 3);
        simulation.dead.add("a");
        simulation.seconds(stock, 4);

        assertThat(requests(stock)).containsOnlyKeys("b");
        assertThat(states(stock)).containsExactly(InstanceState.UNHEALTHY, InstanceState.HEALTHY);
    }

    @Test
    void prefersReadyInstances() {
        simulation.unready.add("a");
        var stock = simulation.upstream(primary("a"), primary("b"));
        simulation.seconds(stock, 3);

        assertThat(requests(stock)).containsOnlyKeys("b");
        assertThat(states(stock)).containsExactly(InstanceState.UNREADY, InstanceState.HEALTHY);
    }

    @Test
    void usesAllLiveInstancesIfNoneIsReady() {
        simulation.unready.addAll(List.of("a", "b"));
        simulation.dead.add("c");
        var stock = simulation.upstream(primary("a"), primary("b"), primary("c"));
        simulation.seconds(stock, 4);

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
        assertThat(stock.isInPanic()).isTrue();
    }

    @Test
    void usesAllInstancesIfNoneIsLive() {
        simulation.dead.addAll(List.of("a", "b"));
        var stock = simulation.upstream(primary("a"), primary("b"));
        simulation.seconds(stock, 4);

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
        assertThat(stock.isInPanic()).isTrue();
    }

    @Test
    void usesABackupOnlyWhileNoPrimaryIsAvailable() {
        var stock = simulation.upstream(primary("a"), backup("b"));
        simulation.seconds(stock, 3);
        assertThat(requests(stock)).containsOnlyKeys("a");
        simulation.dead.add("a");
        simulation.seconds(stock, 4);
        assertThat(requests(stock)).containsOnlyKeys("b");
        simulation.dead.clear();
        simulation.seconds(stock, 3);

        assertThat(requests(stock)).containsOnlyKeys("a");
    }

    @Test
    void prefersItsOwnZoneWhileMostOfItIsHealthy() {
        var stock = simulation.upstream(zoned("a1", "a"), zoned("a2", "a"), zoned("b1", "b"));
        simulation.seconds(stock, 3);
        assertThat(requests(stock)).containsOnlyKeys("a1", "a2");
        simulation.dead.add("a1");
        simulation.seconds(stock, 4);

        assertThat(requests(stock)).containsOnlyKeys("a2", "b1");
    }
}
