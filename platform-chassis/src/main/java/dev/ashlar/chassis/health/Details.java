package dev.ashlar.chassis.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Collects all figures side by side, each bounded. */
final class Details {

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
