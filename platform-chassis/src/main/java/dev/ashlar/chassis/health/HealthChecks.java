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

/** Runs all checks in parallel, each with a timeout. */
final class HealthChecks {

    private final List<HealthCheck> checks;
    private final List<CachedCall<CheckResult>> calls;

    /** The names of the checks that were up at least once since the start. */
    private final Set<String> seenUp = ConcurrentHashMap.newKeySet();

    HealthChecks(List<HealthCheck> checks, Executor executor) {
        this.checks = checks;
        this.calls = checks.stream()
                .map(check -> new CachedCall<>(() -> run(check), CheckResult.down("timeout"), executor))
                .toList();
    }

    private CheckResult run(HealthCheck check) {
        var result = CheckResult.of(check.probe());
        if (result.isUp()) {
            seenUp.add(check.name());
        }
        return result;
    }

    /** The results by name, in declaration order. No result is older than two seconds. */
    Map<String, CheckResult> results() {
        var started = calls.stream().map(CachedCall::start).toList();
        var results = new LinkedHashMap<String, CheckResult>();
        for (var i = 0; i < checks.size(); i++) {
            results.put(checks.get(i).name(), started.get(i).join());
        }
        return results;
    }

    boolean isReady(Map<String, CheckResult> results) {
        return all(check -> switch (check.need()) {
            case ALWAYS -> isUp(check, results);
            case TO_START -> seenUp.contains(check.name());
            case NEVER -> true;
        });
    }

    boolean isDegraded(Map<String, CheckResult> results) {
        return !all(check -> check.need() == Need.ALWAYS || isUp(check, results));
    }

    private boolean all(Predicate<HealthCheck> condition) {
        return checks.stream().allMatch(condition);
    }

    private static boolean isUp(HealthCheck check, Map<String, CheckResult> results) {
        return Objects.requireNonNull(results.get(check.name())).isUp();
    }
}
