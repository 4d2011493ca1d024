package dev.ashlar.chassis.health;

import dev.ashlar.chassis.health.HealthCheck.Need;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Runs all checks side by side, each bounded. */
final class Checks {

    private final List<HealthCheck> checks;
    private final List<Bounded<CheckResult>> bounded;

    /** The checks that were up at least once since the start. */
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    Checks(List<HealthCheck> checks, Executor executor) {
        this.checks = checks;
        this.bounded = checks.stream()
                .map(check -> new Bounded<>(() -> ask(check), CheckResult.down("timeout"), executor))
                .toList();
    }

    private CheckResult ask(HealthCheck check) {
        var result = CheckResult.of(check.probe());
        if (result.isUp()) {
            answered.add(check.name());
        }
        return result;
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

    /** Whether all is up that is needed now. */
    boolean areReady(Map<String, CheckResult> found) {
        return all(check -> switch (check.need()) {
            case ALWAYS -> isUp(check, found);
            case TO_START -> answered.contains(check.name());
            case NEVER -> true;
        });
    }

    boolean areOptionalUp(Map<String, CheckResult> found) {
        return all(check -> check.need() == Need.ALWAYS || isUp(check, found));
    }

    private boolean all(Predicate<HealthCheck> condition) {
        return checks.stream().allMatch(condition);
    }

    private static boolean isUp(HealthCheck check, Map<String, CheckResult> found) {
        return Objects.requireNonNull(found.get(check.name())).isUp();
    }
}
