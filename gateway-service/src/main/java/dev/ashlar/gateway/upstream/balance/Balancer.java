package dev.ashlar.gateway.upstream.balance;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses an instance for a request. Thread-safe. */
public interface Balancer {

    /**
     * @param candidates pass the same array as long as the instances are the same, because an algorithm may keep data about the array
     * @param key the hash of the client address or of the value that the algorithm uses. Other algorithms ignore it
     * @param usable false for instances that were tried already or that are full
     * @return null if no candidate is usable
     */
    <C extends Candidate> @Nullable C choose(C[] candidates, long key, Predicate<? super C> usable);
}
