package dev.ashlar.chassis.health;

import java.util.Map;
import java.util.function.Supplier;

/** Figures that {@code /health/detailed} shows and that do not decide readiness: a pool, a backlog, a lag. Declare it as a bean. */
public interface HealthDetail {

    /** The key in {@code checks}. */
    String name();

    /** The current figures. Each key names its unit. */
    Map<String, Object> figures();

    /** True makes the service degraded, but never unready. Must not block. */
    default boolean degraded() {
        return false;
    }

    /** A detail that is never degraded. */
    static HealthDetail of(String name, Supplier<Map<String, Object>> figures) {
        return new HealthDetail() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<String, Object> figures() {
                return figures.get();
            }
        };
    }
}
