package dev.ashlar.gateway.upstream.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;

/** What each algorithm promises, for any number of instances and any weights. */
class BalancerProperties {

    private static final int KEYS = 20_000;

    @Property(tries = 100)
    void weightedRoundRobinGivesSharesWithinOnePercentOfTheWeights(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 20) Integer> weights) {
        var instances = instancesWith(weights);
        var total = weights.stream().mapToInt(Integer::intValue).sum();

        var requests = count(Algorithm.WEIGHTED_ROUND_ROBIN.create(), instances, total * 100);

        for (var instance : instances) {
            assertThat(requests.get(instance) / (total * 100.0)).isCloseTo((double) instance.weight() / total,
                    Offset.offset(0.01));
        }
    }

    @Property(tries = 50)
    void idleInstancesShareRequestsOfLeastConnectionsByWeight(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(min = 1, max = 5) Integer> weights) {
        var instances = instancesWith(weights);
        var total = weights.stream().mapToInt(Integer::intValue).sum();

        var requests = count(Algorithm.LEAST_CONNECTIONS.create(), instances, 50_000);

        for (var instance : instances) {
            assertThat(requests.get(instance) / 50_000.0).isCloseTo((double) instance.weight() / total,
                    Offset.offset(0.01));
        }
    }

    @Property(tries = 100)
    void noInstanceStarves(@ForAll @IntRange(min = 1, max = 20) int count, @ForAll @IntRange(max = 3) int algorithm) {
        var instances = FakeInstance.instances(count);

        assertThat(count(Algorithm.values()[algorithm].create(), instances, count * 50)).hasSize(count);
    }

    @Property(tries = 50)
    void consistentHashMovesFewKeysIfAnInstanceLeaves(@ForAll @IntRange(min = 2, max = 20) int count,
            @ForAll @IntRange(max = 19) int leaving) {
        var before = FakeInstance.instances(count);
        var gone = before[leaving % count];
        var after = Arrays.stream(before).filter(one -> one != gone).toArray(FakeInstance[]::new);
        var balancer = Algorithm.CONSISTENT_HASH.create();
        var other = Algorithm.CONSISTENT_HASH.create();

        var moved = IntStream.range(0, KEYS).mapToLong(n -> KeyHash.of("key " + n))
                .filter(key -> choose(balancer, before, key) != choose(other, after, key)).count();

        assertThat(moved).isLessThanOrEqualTo((long) (1.25 / count * KEYS));
    }

    @Property(tries = 50)
    void consistentHashBoundsTheLoadOfEachInstance(@ForAll @IntRange(min = 2, max = 10) int count,
            @ForAll @IntRange(min = 1, max = 500) int requests, @ForAll @LongRange(max = 5) long keys) {
        var instances = FakeInstance.instances(count);
        var balancer = Algorithm.CONSISTENT_HASH.create();

        for (var n = 0; n < requests; n++) {
            choose(balancer, instances, KeyHash.of("key " + n % (keys + 1))).inFlight++;
        }

        assertThat(instances)
                .allSatisfy(one -> assertThat(one.inFlight)
                        .isLessThanOrEqualTo((int) Math.ceil(1.25 * requests / count)));
    }

    @Property(tries = 50)
    void theSameKeyLeadsToTheSameInstance(@ForAll long key, @ForAll @IntRange(min = 1, max = 20) int count,
            @ForAll boolean consistent) {
        var balancer = (consistent ? Algorithm.CONSISTENT_HASH : Algorithm.IP_HASH).create();
        var instances = FakeInstance.instances(count);

        assertThat(choose(balancer, instances, key)).isSameAs(choose(balancer, instances, key));
    }

    @Property(tries = 100)
    void eachAlgorithmFindsTheOnlyUsableInstance(@ForAll @IntRange(max = 5) int algorithm,
            @ForAll @IntRange(min = 1, max = 10) int count, @ForAll @IntRange(max = 9) int usable, @ForAll long key) {
        var instances = FakeInstance.instances(count);
        var only = instances[usable % count];

        assertThat(Algorithm.values()[algorithm].create().choose(instances, key, one -> one == only)).isSameAs(only);
    }

    @Property(tries = 20)
    void eachAlgorithmReturnsNothingIfNoInstanceIsUsable(@ForAll @IntRange(max = 5) int algorithm,
            @ForAll @IntRange(max = 5) int count) {
        var instances = FakeInstance.instances(count);

        assertThat(Algorithm.values()[algorithm].create().choose(instances, 1, _ -> false)).isNull();
    }

    private static FakeInstance[] instancesWith(List<Integer> weights) {
        return FakeInstance.withWeights(weights.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Map<FakeInstance, Integer> count(Balancer balancer, FakeInstance[] instances, int requests) {
        var counts = new HashMap<FakeInstance, Integer>();
        for (var n = 0; n < requests; n++) {
            counts.merge(choose(balancer, instances, KeyHash.of("key " + n)), 1, Integer::sum);
        }
        return counts;
    }

    private static FakeInstance choose(Balancer balancer, FakeInstance[] instances, long key) {
        return balancer.choose(instances, key, _ -> true);
    }
}
