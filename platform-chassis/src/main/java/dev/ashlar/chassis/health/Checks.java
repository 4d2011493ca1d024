package dev.ashlar.chassis.health;

import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Runs all checks side by side, each bounded, and remembers what they found for a second. */
final class Checks {

    private static final long BOUND_MS = 1_000;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final List<HealthCheck> checks;
    private final Executor executor;
    private Map<String, CheckResult> results = Map.of();
    private long checkedAt;

    Checks(List<HealthCheck> checks, Executor executor) {
        this.checks = checks;
        this.executor = executor;
    }

    /** What was found, at most a second ago, by name in declaration order. */
    synchronized Map<String, CheckResult> results() {
        if (results.isEmpty() || System.nanoTime() - checkedAt > FRESH_NANOS) {
            var started = checks.stream().map(this::start).toList();
            var found = new LinkedHashMap<String, CheckResult>();
            for (var i = 0; i < checks.size(); i++) {
                found.put(checks.get(i).name(), started.get(i).join());
            }
            results = found;
            checkedAt = System.nanoTime();
        }
        return results;
    }

    /** Whether every check of the kind was up. */
    boolean allUp(Map<String, CheckResult> found, boolean required) {
        return checks.stream().filter(check -> check.required() == required)
                .allMatch(check -> Objects.requireNonNull(found.get(check.name())).isUp());
    }

    private CompletableFuture<CheckResult> start(HealthCheck check) {
        return CompletableFuture.supplyAsync(() -> run(check), executor)
                .completeOnTimeout(CheckResult.down("timeout"), BOUND_MS, TimeUnit.MILLISECONDS);
    }

    private static CheckResult run(HealthCheck check) {
        var begun = System.nanoTime();
        try {
            check.probe().run();
            return CheckResult.up(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        } catch (Exception e) {
            return CheckResult.down(classOf(e));
        }
    }

    private static String classOf(Throwable fault) {
        var chain = Stream.iterate(fault, Objects::nonNull, Throwable::getCause).toList();
        if (chain.stream().anyMatch(ConnectException.class::isInstance)) {
            return "connection_refused";
        }
        return chain.stream()
                .anyMatch(e -> e instanceof TimeoutException || e.getClass().getSimpleName().contains("Timeout"))
                        ? "timeout"
                        : "unavailable";
    }
}
