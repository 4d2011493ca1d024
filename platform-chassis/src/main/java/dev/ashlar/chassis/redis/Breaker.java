package dev.ashlar.chassis.redis;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;

/** The circuit breaker of one Redis instance: when it is left alone, and for how long (ADR 26). */
final class Breaker {

    /** Three unanswered among the last six calls open; a single call tries again, every quarter of a second. */
    private static final CircuitBreakerConfig CONFIGURATION = CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED).slidingWindowSize(6).minimumNumberOfCalls(3)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofMillis(250)).permittedNumberOfCallsInHalfOpenState(1)
            // the trial that ended in an Error is never reported: another one may be made
            .maxWaitDurationInHalfOpenState(Duration.ofSeconds(2))
            .recordException(Breaker::isUnanswered).writableStackTraceEnabled(false).build();

    private static final Logger log = LoggerFactory.getLogger(Breaker.class);

    private final CircuitBreaker circuit;
    private final LongAdder refused = new LongAdder();

    /** @param onOpen what to do whenever Redis begins to be left alone */
    Breaker(String instance, Runnable onOpen) {
        circuit = CircuitBreaker.of(instance, CONFIGURATION);
        circuit.getEventPublisher().onStateTransition(event -> {
            tell(event);
            if (event.getStateTransition().getToState() == State.OPEN) {
                onOpen.run();
            }
        });
    }

    /** @throws RedisConnectionFailureException at once, while Redis is left alone */
    <T> T call(Supplier<T> command) {
        try {
            return circuit.executeSupplier(command);
        } catch (CallNotPermittedException e) {
            refused.increment();
            throw new RedisConnectionFailureException("Redis is left alone for a moment, since it did not answer", e);
        }
    }

    /** Redis has answered somebody who asked past the breaker. */
    void answered() {
        if (circuit.getState() != State.CLOSED) {
            circuit.transitionToClosedState();
        }
    }

    /** Redis has not answered somebody who asked past the breaker. */
    void unanswered(RuntimeException fault) {
        circuit.onError(0, TimeUnit.NANOSECONDS, fault);
    }

    String instance() {
        return circuit.getName();
    }

    State state() {
        return circuit.getState();
    }

    long refused() {
        return refused.sum();
    }

    /** Whatever Redis itself says, an error included, is an answer. */
    static boolean isUnanswered(Throwable fault) {
        return fault instanceof RedisConnectionFailureException || fault instanceof QueryTimeoutException
                || fault instanceof RedisSystemException && !(fault.getCause() instanceof RedisCommandExecutionException
                        || fault.getCause() instanceof RedisCommandInterruptedException);
    }

    private static void tell(CircuitBreakerOnStateTransitionEvent event) {
        switch (event.getStateTransition()) {
            case CLOSED_TO_OPEN -> log.atWarn().addKeyValue("instance", event.getCircuitBreakerName())
                    .log("Redis does not answer and is left alone");
            case HALF_OPEN_TO_CLOSED, OPEN_TO_CLOSED -> log.atInfo()
                    .addKeyValue("instance", event.getCircuitBreakerName()).log("Redis answers again");
            default -> log.atDebug().addKeyValue("transition", event.getStateTransition()).log("Redis is tried");
        }
    }
}
