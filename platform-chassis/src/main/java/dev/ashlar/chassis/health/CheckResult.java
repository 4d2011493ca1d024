package dev.ashlar.chassis.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param status {@code up} or {@code down}
 * @param latencyMs how long the dependency took to answer, in milliseconds
 * @param error the class of fault, never an address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckResult(String status, @Nullable Long latencyMs, @Nullable String error) {

    static CheckResult up(long latencyMs) {
        return new CheckResult("up", latencyMs, null);
    }

    static CheckResult down(String error) {
        return new CheckResult("down", null, error);
    }

    boolean isUp() {
        return error == null;
    }
}
