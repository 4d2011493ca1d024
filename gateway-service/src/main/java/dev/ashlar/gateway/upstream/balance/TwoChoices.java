package dev.ashlar.gateway.upstream.balance;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The power of two choices (Mitzenmacher, 2001): of two instances, the one with the lower load. The first one is the next in turn, or
 * random in proportion to the weights if they differ. So idle instances share the requests by weight.
 */
final class TwoChoices implements Balancer {

    private static final double UNKNOWN_LATENCY_NANOS = 1e9;

    private final ToDoubleFunction<Candidate> load;
    private final AtomicInteger turn = new AtomicInteger();

    private TwoChoices(ToDoubleFunction<Candidate> load) {
        this.load = load;
    }

    static Balancer leastConnections() {
        return new TwoChoices(candidate -> (double) candidate.inFlight() / candidate.weight());
    }

    /** Peak EWMA times the requests in flight, as in Finagle. An instance without a response gets one request at a time. */
    static Balancer leastResponseTime() {
        return new TwoChoices(candidate -> {
            var latency = candidate.latencyNanos();
            return latency > 0
                    ? latency * (candidate.inFlight() + 1) / candidate.weight()
                    : UNKNOWN_LATENCY_NANOS * candidate.inFlight();
        });
    }

    @Override
    public <C extends Candidate> @Nullable C choose(C[] candidates, long key, Predicate<? super C> usable) {
        var count = candidates.length;
        if (count < 2) {
            return count == 1 && usable.test(candidates[0]) ? candidates[0] : null;
        }
        var random = ThreadLocalRandom.current();
        var start = start(candidates, random);
        var first = RoundRobin.firstUsable(candidates, start, usable);
        if (first == null) {
            return null;
        }
        var second = RoundRobin.firstUsable(candidates, (start + 1 + random.nextInt(count - 1)) % count,
                candidate -> candidate != first && usable.test(candidate));
        return second != null && load.applyAsDouble(second) < load.applyAsDouble(first) ? second : first;
    }

    private int start(Candidate[] candidates, ThreadLocalRandom random) {
        var total = 0L;
        var equal = true;
        for (var candidate : candidates) {
            total += candidate.weight();
            equal &= candidate.weight() == candidates[0].weight();
        }
        if (equal) {
            return Math.floorMod(turn.getAndIncrement(), candidates.length);
        }
        var point = random.nextLong(total);
        var index = 0;
        while (point >= candidates[index].weight()) {
            point -= candidates[index++].weight();
        }
        return index;
    }
}
