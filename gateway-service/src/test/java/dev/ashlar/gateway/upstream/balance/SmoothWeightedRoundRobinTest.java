package dev.ashlar.gateway.upstream.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmoothWeightedRoundRobinTest {

    private final SmoothWeightedRoundRobin balancer = new SmoothWeightedRoundRobin();

    @Test
    void mixesTheWeightsFiveThreeAndTwo() {
        var all = FakeInstance.withWeights(5, 3, 2);

        assertThat(IntStream.range(0, 10).mapToObj(_ -> balancer.choose(all, 0, _ -> true))).containsExactly(all[0],
                all[1], all[2], all[0], all[0], all[1], all[0], all[2], all[1], all[0]);
    }

    @Test
    void keepsTheSequenceIfAnInstanceJoins() {
        var all = FakeInstance.withWeights(1, 1, 1);
        balancer.choose(new FakeInstance[]{all[0], all[1]}, 0, _ -> true);

        assertThat(IntStream.range(0, 3).mapToObj(_ -> balancer.choose(all, 0, _ -> true))).containsExactly(all[1],
                all[2], all[0]);
    }
}
