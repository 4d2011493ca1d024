package dev.ashlar.chassis.health;

import dev.ashlar.chassis.observability.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects all figures side by side, each bounded. */
final class Details {

    private static final Logger log = LoggerFactory.getLogger(Details.class);
    private static final Map<String, Object> LATE = Map.of("status", "down", "error", "timeout");

    private final List<HealthDetail> details;
    private final List<Bounded<Map<String, Object>>> bounded;

    Details(List<HealthDetail> details, Executor executor) {
        this.details = details;
        this.bounded = details.stream().map(detail -> new Bounded<>(() -> figures(detail), LATE, executor)).toList();
    }

    /** Begins to ask for all, so that the answers come while something else is waited for. */
    void ask() {
        bounded.forEach(Bounded::ask);
    }

    /** The figures, at most two seconds old, by name in declaration order. */
    Map<String, Map<String, Object>> figures() {
        var asked = bounded.stream().map(Bounded::ask).toList();
        var found = new LinkedHashMap<String, Map<String, Object>>();
        for (var i = 0; i < details.size(); i++) {
            found.put(details.get(i).name(), asked.get(i).join());
        }
        return found;
    }

    /** Whether a part works worse than it should. A part that can't say so does. */
    boolean anyDegraded() {
        return details.stream().anyMatch(Details::isDegraded);
    }

    private static boolean isDegraded(HealthDetail detail) {
        try {
            return detail.degraded();
        } catch (RuntimeException e) {
            Cause.trace(log.atDebug().addKeyValue("detail", detail.name()), e)
                    .log("A part can't say whether it is degraded");
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
