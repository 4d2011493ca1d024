package dev.ashlar.gateway.upstream.balance;

import java.util.stream.IntStream;

/** An instance whose values a test sets. */
final class FakeInstance implements Candidate {

    private final String id;
    private final int weight;
    int inFlight;
    double latencyNanos;

    FakeInstance(String id, int weight) {
        this.id = id;
        this.weight = weight;
    }

    static FakeInstance[] withWeights(int... weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(i -> new FakeInstance("http://10.0.0." + i + ":8080", weights[i]))
                .toArray(FakeInstance[]::new);
    }

    static FakeInstance[] instances(int count) {
        return withWeights(IntStream.generate(() -> 1).limit(count).toArray());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int weight() {
        return weight;
    }

    @Override
    public int inFlight() {
        return inFlight;
    }

    @Override
    public double latencyNanos() {
        return latencyNanos;
    }

    @Override
    public String toString() {
        return id;
    }
}
