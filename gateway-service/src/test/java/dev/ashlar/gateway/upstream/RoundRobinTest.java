package dev.ashlar.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

    private final Instance first = new Instance(new HttpHost("first", 80));
    private final Instance second = new Instance(new HttpHost("second", 80));
    private final Instance third = new Instance(new HttpHost("third", 80));
    private final RoundRobin balancer = new RoundRobin();

    @Test
    void beginsWithEachInTurn() {
        var all = List.of(first, second, third);

        assertThat(balancer.order(all)).containsExactly(first, second, third);
        assertThat(balancer.order(all)).containsExactly(second, third, first);
        assertThat(balancer.order(all)).containsExactly(third, first, second);
        assertThat(balancer.order(all)).containsExactly(first, second, third);
    }

    @Test
    void hasNothingToChooseAmongNone() {
        assertThat(balancer.order(List.of())).isEmpty();
    }
}
