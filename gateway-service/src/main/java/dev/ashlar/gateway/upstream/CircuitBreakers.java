package dev.ashlar.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Two circuit breakers of an upstream: one for reads and one for writes, because one of the two often works without the other. A
 * breaker opens if at least half of at least 50 requests in 10 s failed. After 5 s it admits 5 requests as a test.
 */
public final class CircuitBreakers {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.TIME_BASED).slidingWindowSize(10).minimumNumberOfCalls(50)
            .failureRateThreshold(50).waitDurationInOpenState(Duration.ofSeconds(5))
            .permittedNumberOfCallsInHalfOpenState(5).build();

    private final CircuitBreaker reads;
    private final CircuitBreaker writes;

    CircuitBreakers(String upstream) {
        this.reads = CircuitBreaker.of(upstream + "-read", CONFIG);
        this.writes = CircuitBreaker.of(upstream + "-write", CONFIG);
    }

    /** The breaker for requests with this method. */
    public CircuitBreaker of(String method) {
        return READS.contains(method) ? reads : writes;
    }

    /** {@code closed}, {@code open} or {@code half_open}, by the class of requests. */
    public Map<String, String> states() {
        return Map.of("read", state(reads), "write", state(writes));
    }

    boolean isOpen() {
        return reads.getState() == CircuitBreaker.State.OPEN || writes.getState() == CircuitBreaker.State.OPEN;
    }

    private static String state(CircuitBreaker breaker) {
        return breaker.getState().name().toLowerCase(Locale.ROOT);
    }
}
