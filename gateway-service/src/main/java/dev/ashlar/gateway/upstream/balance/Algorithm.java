package dev.ashlar.gateway.upstream.balance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The load-balancing algorithms by their name in the configuration. */
public enum Algorithm {
    ROUND_ROBIN(RoundRobin::new), WEIGHTED_ROUND_ROBIN(SmoothWeightedRoundRobin::new), LEAST_CONNECTIONS(
            TwoChoices::leastConnections), LEAST_RESPONSE_TIME(
                    TwoChoices::leastResponseTime), IP_HASH(IpHash::new), CONSISTENT_HASH(ConsistentHash::new);

    private final Supplier<Balancer> factory;

    Algorithm(Supplier<Balancer> factory) {
        this.factory = factory;
    }

    /** A balancer without any state of other balancers. */
    public Balancer create() {
        return factory.get();
    }

    /** True if the same key leads to the same instance. */
    public boolean usesKey() {
        return this == IP_HASH || this == CONSISTENT_HASH;
    }

    /** The name in the configuration, such as {@code least-connections}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Algorithm> of(String key) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.key().equals(key)).findAny();
    }

    /** All names, for an error message. */
    public static String keys() {
        return Arrays.stream(values()).map(Algorithm::key).collect(Collectors.joining(", "));
    }
}
