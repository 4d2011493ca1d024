package dev.ashlar.chassis.health;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;

/** Puts together what the health endpoints answer. */
final class Health {

    private final Checks checks;
    private final Details details;
    private final ApplicationAvailability availability;
    private final String version;

    Health(Checks checks, Details details, ApplicationAvailability availability, String version) {
        this.checks = checks;
        this.details = details;
        this.availability = availability;
        this.version = version;
    }

    HealthReport readiness() {
        var found = checks.results();
        return report(found, new LinkedHashMap<>(found));
    }

    HealthReport detailed() {
        details.ask();
        var found = checks.results();
        var all = new LinkedHashMap<String, Object>(found);
        all.putAll(details.figures());
        return report(found, all);
    }

    private HealthReport report(Map<String, CheckResult> found, Map<String, Object> shown) {
        var accepting = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        var status = accepting && checks.areReady(found) ? "healthy" : "unhealthy";
        var degraded = !checks.areOptionalUp(found) || details.anyDegraded();
        var uptime = ManagementFactory.getRuntimeMXBean().getUptime() / 1_000;
        return new HealthReport(status, degraded, version, uptime, shown);
    }
}
