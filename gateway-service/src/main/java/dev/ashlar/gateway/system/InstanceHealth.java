package dev.ashlar.gateway.system;

import dev.ashlar.chassis.health.HealthReport;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The detailed health of one instance.
 *
 * @param status {@code healthy}, {@code unhealthy}, or {@code unreachable} without a response
 * @param version null if the instance reported no health, like {@code uptimeSeconds}
 */
record InstanceHealth(URI address, String status, boolean degraded, @Nullable String version,
        @Nullable Long uptimeSeconds, Map<String, Object> checks) {

    static InstanceHealth of(URI address, HealthReport report) {
        return new InstanceHealth(address, report.status(), report.degraded(), report.version(),
                report.uptimeSeconds(), report.checks());
    }

    static InstanceHealth unreachable(URI address) {
        return new InstanceHealth(address, "unreachable", false, null, null, Map.of());
    }

    /** The instance responded, but with no health report. */
    static InstanceHealth unhealthy(URI address) {
        return new InstanceHealth(address, "unhealthy", false, null, null, Map.of());
    }
}
