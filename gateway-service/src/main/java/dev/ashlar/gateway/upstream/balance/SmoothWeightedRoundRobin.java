package dev.ashlar.gateway.upstream.balance;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * NGINX's smooth weighted round robin. Each usable instance gains its weight, the instance with the highest sum is chosen, and loses
 * the total. So the weights 5, 3 and 2 give no bursts.
 *
 * @see <a href="https://github.com/nginx/nginx/commit/52327e0627f49dbda1e8db695e63a4b0af4448b1">the commit that explains it</a>
 */
final class SmoothWeightedRoundRobin implements Balancer {

    private Candidate[] known = {};
    private long[] sums = {};

    @Override
    public synchronized <C extends Candidate> @Nullable C choose(C[] candidates, long key,
            Predicate<? super C> usable) {
        if (candidates != known) {
            sums = carryOver(candidates);
            known = candidates;
        }
        var best = -1;
        var total = 0L;
        for (var i = 0; i < candidates.length; i++) {
            if (usable.test(candidates[i])) {
                sums[i] += candidates[i].weight();
                total += candidates[i].weight();
                best = best < 0 || sums[i] > sums[best] ? i : best;
            }
        }
        if (best < 0) {
            return null;
        }
        sums[best] -= total;
        return candidates[best];
    }

    /** An instance that stays keeps its sum. */
    private long[] carryOver(Candidate[] candidates) {
        var carried = new long[candidates.length];
        for (var i = 0; i < candidates.length; i++) {
            for (var j = 0; j < known.length; j++) {
                if (known[j].id().equals(candidates[i].id())) {
                    carried[i] = sums[j];
                }
            }
        }
        return carried;
    }
}
