package dev.ashlar.chassis.health;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;

/** Makes the reports of the health endpoints. Each takes at most 1.2 s. Thread-safe. */
public final class HealthReporter {

    private final HealthChecks checks;
    private final HealthDetails details;
    private final ApplicationAvailability availability;
    private final String version;

    HealthReporter(HealthChecks checks, HealthDetails details, ApplicationAvailability availability, String version) {
        this.checks = checks;
        this.details = details;
        this.availability = availability;
        this.version = version;
    }

    HealthReport readiness() {
        var results = checks.results();
        return report(results, new LinkedHashMap<>(results));
    }

    public HealthReport detailed() {
        details.start();
        var results = checks.results();
        var all = new LinkedHashMap<String, Object>(results);
        all.putAll(details.figures());
        return report(results, all);
    }

    private HealthReport report(Map<String, CheckResult> results, Map<String, Object> shown) {
        var accepting = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        var status = accepting && checks.isReady(results) ? "healthy" : "unhealthy";
        var degraded = checks.isDegraded(results) || details.anyDegraded();
        var uptime = ManagementFactory.getRuntimeMXBean().getUptime() / 1_000;
        return new HealthReport(status, degraded, version, uptime, shown);
    }
}
