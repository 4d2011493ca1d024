package dev.ashlar.chassis.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.ConnectException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check, as the health endpoints show it.
 *
 * @param status {@code up} or {@code down}
 * @param latencyMs how long the dependency took to respond, in milliseconds
 * @param error the class of fault: {@code connection_refused}, {@code timeout} or {@code unavailable}; never an address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckResult(String status, @Nullable Long latencyMs, @Nullable String error) {

    /** Runs the probe. */
    static CheckResult of(HealthCheck.Probe probe) {
        var begun = System.nanoTime();
        try {
            probe.run();
            return up(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        } catch (Throwable e) { // an Error means "down", too
            return down(classOf(e));
        }
    }

    static CheckResult up(long latencyMs) {
        return new CheckResult("up", latencyMs, null);
    }

    static CheckResult down(String error) {
        return new CheckResult("down", null, error);
    }

    boolean isUp() {
        return error == null;
    }

    private static String classOf(Throwable fault) {
        var chain = Stream.iterate(fault, Objects::nonNull, Throwable::getCause).toList();
        if (chain.stream().anyMatch(ConnectException.class::isInstance)) {
            return "connection_refused";
        }
        return chain.stream()
                .anyMatch(e -> e instanceof TimeoutException || e.getClass().getSimpleName().contains("Timeout"))
                        ? "timeout"
                        : "unavailable";
    }
}
