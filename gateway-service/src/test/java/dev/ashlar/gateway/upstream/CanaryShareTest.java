package dev.ashlar.gateway.upstream;

import static dev.ashlar.gateway.upstream.Simulation.requests;
import static dev.ashlar.gateway.upstream.Simulation.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The share of requests that a canary gets. */
class CanaryShareTest {

    private final Simulation simulation = new Simulation();

    @Test
    void givesTheCanaryItsShare() {
        var stock = simulation.upstream(versioned("a", "v1"), versioned("b", "v2"));
        simulation.seconds(stock, 3);
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
        var stock = simulation.upstream(versioned("a", "v1"), versioned("b", "v2"));
        stock.setCanary(new Canary("v3", 100));

        assertThat(requests(stock)).containsOnlyKeys("a", "b");
    }
}
