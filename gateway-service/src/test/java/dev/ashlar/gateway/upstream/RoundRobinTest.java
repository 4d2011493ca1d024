package dev.ashlar.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

    private final UpstreamInstance first = new UpstreamInstance(new HttpHost("first", 80));
    private final UpstreamInstance second = new UpstreamInstance(new HttpHost("second", 80));
    private final UpstreamInstance third = new UpstreamInstance(new HttpHost("third", 80));
    private final RoundRobin balancer = new RoundRobin();

    @Test
    void startsWithEachInstanceInTurn() {
        var all = List.of(first, second, third);

        assertThat(balancer.order(all)).containsExactly(first, second, third);
        assertThat(balancer.order(all)).containsExactly(second, third, first);
        assertThat(balancer.order(all)).containsExactly(third, first, second);
        assertThat(balancer.order(all)).containsExactly(first, second, third);
    }

    @Test
    void returnsNoInstanceIfThereIsNone() {
        assertThat(balancer.order(List.of())).isEmpty();
    }
}
