package dev.ashlar.gateway.upstream;

import static dev.ashlar.gateway.upstream.Simulation.fail;
import static dev.ashlar.gateway.upstream.Simulation.primary;
import static dev.ashlar.gateway.upstream.Simulation.requests;
import static dev.ashlar.gateway.upstream.Simulation.states;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The ejection of instances whose requests fail. */
class OutlierEjectionTest {

    private final Simulation simulation = new Simulation();

    @Test
    void ejectsAnInstanceWhoseRequestsFail() {
        var stock = simulation.upstream(primary("a"), primary("b"));
        simulation.seconds(stock, 3);

        fail(stock, "a", 3);

        assertThat(requests(stock)).containsOnlyKeys("b");
        assertThat(states(stock)).containsExactly(InstanceState.EJECTED, InstanceState.HEALTHY);
    }

    @Test
    void letsAnEjectedInstanceReturnSlowly() {
        var stock = simulation.upstream(primary("a"), primary("b"));
        simulation.seconds(stock, 3);
        fail(stock, "a", 3);
        simulation.seconds(stock, 5);

        assertThat(requests(stock).get("a")).isBetween(1, 200);
        simulation.seconds(stock, 10);
        assertThat(requests(stock).get("a")).isEqualTo(500);
    }

    @Test
    void ejectsLongerAfterEachFailure() {
        var stock = simulation.upstream(primary("a"), primary("b"));
        simulation.seconds(stock, 3);
        fail(stock, "a", 3);
        simulation.seconds(stock, 6);
        fail(stock, "a", 3);
        simulation.seconds(stock, 6);
        assertThat(requests(stock)).containsOnlyKeys("b");
        simulation.seconds(stock, 5);

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
    }

    @Test
    void neverEjectsMoreThanHalfAndNeverTheLastInstance() {
        var stock = simulation.upstream(primary("a"), primary("b"));
        simulation.seconds(stock, 3);
        fail(stock, "a", 3);
        fail(stock, "b", 3);
        assertThat(requests(stock)).containsOnlyKeys("b");

        var single = simulation.upstream(primary("a"));
        simulation.seconds(single, 3);
        fail(single, "a", 10);
        assertThat(requests(single)).containsOnlyKeys("a");
    }

    @Test
    void aSuccessResetsTheCountOfFailures() {
        var stock = simulation.upstream(primary("a"), primary("b"));
        simulation.seconds(stock, 3);
        fail(stock, "a", 2);
        stock.instances().getFirst().outlier().succeeded();
        fail(stock, "a", 2);

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
    }
}
