package dev.ashlar.gateway.upstream.balance;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Each instance in turn, whatever its weight. */
final class RoundRobin implements Balancer {

    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public <C extends Candidate> @Nullable C choose(C[] candidates, long key, Predicate<? super C> usable) {
        return candidates.length == 0
                ? null
                : firstUsable(candidates, Math.floorMod(turn.getAndIncrement(), candidates.length), usable);
    }

    static <C extends Candidate> @Nullable C firstUsable(C[] candidates, int start, Predicate<? super C> usable) {
        for (var i = 0; i < candidates.length; i++) {
            var candidate = candidates[(start + i) % candidates.length];
            if (usable.test(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
