package dev.ashlar.gateway.upstream.balance;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A hash ring (Karger, 1997) with weights and bounded loads (Mirrokni, 2016): an instance that has more than 1.25 times its share of
 * the requests in flight passes the request to its successor. If an instance leaves, only its keys move.
 */
final class ConsistentHash implements Balancer {

    private static final double MAX_SHARE = 1.25;

    private volatile @Nullable HashRing ring;

    @Override
    public <C extends Candidate> @Nullable C choose(C[] candidates, long key, Predicate<? super C> usable) {
        if (candidates.length == 0) {
            return null;
        }
        var current = ringOf(candidates);
        var perWeight = MAX_SHARE * (inFlight(candidates) + 1) / current.totalWeight();
        var chosen = current.walk(candidates, key, candidate -> usable.test(candidate)
                && candidate.inFlight() < Math.ceil(perWeight * candidate.weight()));
        return chosen == null ? current.walk(candidates, key, usable) : chosen;
    }

    private HashRing ringOf(Candidate[] candidates) {
        var current = ring;
        if (current == null || !current.isOf(candidates)) {
            current = new HashRing(candidates);
            ring = current;
        }
        return current;
    }

    private static long inFlight(Candidate[] candidates) {
        var total = 0L;
        for (var candidate : candidates) {
            total += candidate.inFlight();
        }
        return total;
    }
}
