package dev.ashlar.chassis.health;

import java.util.Map;

/** Something worth watching that does not decide readiness: a pool, a backlog, a lag. Shown by {@code /health/detailed}. */
public interface HealthDetail {

    /** Its name among the checks. */
    String name();

    /** Its figures now; units are in the names. */
    Map<String, Object> figures();

    /** True while this part works worse than it should. Readiness then says degraded, never unready. Must not block. */
    default boolean degraded() {
        return false;
    }
}
