package dev.ashlar.gateway.upstream.balance;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The hash of the client address modulo the number of instances. Simple, but a change of the number moves almost all clients. Use
 * {@link ConsistentHash} if that matters.
 */
final class IpHash implements Balancer {

    @Override
    public <C extends Candidate> @Nullable C choose(C[] candidates, long key, Predicate<? super C> usable) {
        return candidates.length == 0
                ? null
                : RoundRobin.firstUsable(candidates, (int) Long.remainderUnsigned(key, candidates.length), usable);
    }
}
