package dev.ashlar.chassis.health;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/** The response of {@code /health/ready} and {@code /health/detailed}. */
public record HealthReport(String status, boolean degraded, String version, long uptimeSeconds,
        Map<String, Object> checks) {

    @JsonIgnore
    public boolean isHealthy() {
        return status.equals("healthy");
    }
}
