package dev.ashlar.gateway.upstream.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

    private final RoundRobin balancer = new RoundRobin();

    @Test
    void startsWithEachInstanceInTurn() {
        var all = FakeInstance.instances(3);

        assertThat(IntStream.range(0, 4).mapToObj(_ -> balancer.choose(all, 0, _ -> true)))
                .containsExactly(all[0], all[1], all[2], all[0]);
    }

    @Test
    void choosesTheNextInstanceIfOneIsNotUsable() {
        var all = FakeInstance.instances(3);

        assertThat(balancer.choose(all, 0, one -> one != all[0])).isSameAs(all[1]);
    }

    @Test
    void returnsNoInstanceIfThereIsNone() {
        assertThat(balancer.choose(new FakeInstance[0], 0, _ -> true)).isNull();
    }
}
