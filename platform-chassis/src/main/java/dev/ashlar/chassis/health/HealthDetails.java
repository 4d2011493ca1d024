package dev.ashlar.chassis.health;

import dev.ashlar.chassis.observability.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects all details in parallel, each with a timeout. */
final class HealthDetails {

    private static final Logger log = LoggerFactory.getLogger(HealthDetails.class);
    private static final Map<String, Object> TIMEOUT = Map.of("status", "down", "error", "timeout");

    private final List<HealthDetail> details;
    private final List<CachedCall<Map<String, Object>>> calls;

    HealthDetails(List<HealthDetail> details, Executor executor) {
        this.details = details;
        this.calls = details.stream().map(detail -> new CachedCall<>(() -> figures(detail), TIMEOUT, executor))
                .toList();
    }

    /** Starts all calls and does not wait, so that they run in parallel with the checks. */
    void start() {
        calls.forEach(CachedCall::start);
    }

    /** The figures by name, in declaration order. No figure is older than two seconds. */
    Map<String, Map<String, Object>> figures() {
        var started = calls.stream().map(CachedCall::start).toList();
        var figures = new LinkedHashMap<String, Map<String, Object>>();
        for (var i = 0; i < details.size(); i++) {
            figures.put(details.get(i).name(), started.get(i).join());
        }
        return figures;
    }

    /** A detail that throws counts as degraded. */
    boolean anyDegraded() {
        return details.stream().anyMatch(HealthDetails::isDegraded);
    }

    private static boolean isDegraded(HealthDetail detail) {
        try {
            return detail.degraded();
        } catch (RuntimeException e) {
            Cause.trace(log.atDebug().addKeyValue("detail", detail.name()), e)
                    .log("A health detail failed and counts as degraded");
            return true;
        }
    }

    private static Map<String, Object> figures(HealthDetail detail) {
        var shown = new LinkedHashMap<String, Object>();
        try {
            shown.put("status", "up");
            shown.putAll(detail.figures());
        } catch (RuntimeException e) {
            shown.put("status", "down");
            shown.put("error", "unavailable");
        }
        return shown;
    }
}
