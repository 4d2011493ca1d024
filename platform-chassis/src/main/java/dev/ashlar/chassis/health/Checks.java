package dev.ashlar.chassis.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

/** Runs all checks side by side, each bounded. */
final class Checks {

    private final List<HealthCheck> checks;
    private final List<Bounded<CheckResult>> bounded;

    Checks(List<HealthCheck> checks, Executor executor) {
        this.checks = checks;
        this.bounded = checks.stream()
                .map(check -> new Bounded<>(() -> CheckResult.of(check.probe()), CheckResult.down("timeout"), executor))
                .toList();
    }

    /** What was found, at most two seconds ago, by name in declaration order. */
    Map<String, CheckResult> results() {
        var asked = bounded.stream().map(Bounded::ask).toList();
        var found = new LinkedHashMap<String, CheckResult>();
        for (var i = 0; i < checks.size(); i++) {
            found.put(checks.get(i).name(), asked.get(i).join());
        }
        return found;
    }

    /** Whether every check of the kind was up. */
    boolean allUp(Map<String, CheckResult> found, boolean required) {
        return checks.stream().filter(check -> check.required() == required)
                .allMatch(check -> Objects.requireNonNull(found.get(check.name())).isUp());
    }
}
