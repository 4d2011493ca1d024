package dev.ashlar.gateway.upstream.balance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Points on a circle of 64 bits. An instance has a number of points in proportion to its weight, at the hashes of its id. */
final class HashRing {

    /** For an instance of average weight. So the share of an instance deviates by 3 % (standard deviation). */
    private static final int POINTS = 1_000;
    /** Limits the memory to 1.2 MiB. */
    private static final int MAX_POINTS = 100_000;

    private final Candidate[] candidates;
    private final long totalWeight;
    private final long[] points;
    private final int[] owners;

    HashRing(Candidate[] candidates) {
        this.candidates = candidates;
        this.totalWeight = Arrays.stream(candidates).mapToLong(Candidate::weight).sum();
        var all = (double) Math.min(MAX_POINTS, POINTS * candidates.length);
        var found = IntStream.range(0, candidates.length).boxed()
                .flatMap(i -> IntStream.range(0, count(candidates[i], all))
                        .mapToObj(n -> new Point(KeyHash.of(candidates[i].id() + "#" + n), i)))
                .sorted(Comparator.comparingLong(Point::hash)).toList();
        this.points = found.stream().mapToLong(Point::hash).toArray();
        this.owners = found.stream().mapToInt(Point::owner).toArray();
    }

    private record Point(long hash, int owner) {}

    private int count(Candidate candidate, double all) {
        return (int) Math.max(1, Math.round(all * candidate.weight() / totalWeight));
    }

    boolean isOf(Candidate[] others) {
        return candidates == others;
    }

    long totalWeight() {
        return totalWeight;
    }

    /** The first usable instance from the key on, clockwise. */
    <C extends Candidate> @Nullable C walk(C[] same, long key, Predicate<? super C> usable) {
        var found = Arrays.binarySearch(points, key);
        var start = found < 0 ? -found - 1 : found;
        var previous = -1;
        for (var i = 0; i < points.length; i++) {
            var owner = owners[(start + i) % points.length];
            if (owner != previous && usable.test(same[owner])) {
                return same[owner];
            }
            previous = owner;
        }
        return null;
    }
}
