package dev.ashlar.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;

import dev.ashlar.infrastructure.Readiness;
import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.supervisor.Event.Phase;
import dev.ashlar.process.LogTail;
import dev.ashlar.process.Loopback;

/**
 * Starts processes concurrently, each when its dependencies are ready, and waits until all are ready.
 *
 * @param runs whether a process of that name runs, in this operation or not
 * @param changed called when a process has started or ended
 */
record Starts(Home home, Stack stack, Operation operation, Predicate<String> runs, Runnable changed) {

    /** @return one text for each process that did not become ready */
    List<String> all(List<SupervisedProcess> inAnyOrder) throws InterruptedException {
        // A process waits for the earlier ones in the list.
        var wanted = inAnyOrder.stream()
                .sorted(Comparator.comparing((SupervisedProcess one) -> !stack.isInfrastructure(one.name())))
                .toList();
        var taken = takenPorts(wanted);
        if (!taken.isEmpty()) {
            return List.of("Nothing was started:\n  " + String.join("\n  ", taken)
                    + "\nStop what is in the way, or move the stack with ASHLAR_PORT_OFFSET%s.".formatted(
                            home.hasFixedPortOffset() ? " after ./ashlar reset, which forgets the data" : ""));
        }
        wanted.forEach(one -> operation.tell(Event.of(one.name(), Phase.WAITING)));
        var launches = new LinkedHashMap<InstanceName, Future<Optional<String>>>();
        for (var one : wanted) {
            var needed = launches.entrySet()
                    .stream()
                    .filter(launch -> one.part().needs().contains(launch.getKey().name()))
                    .map(Map.Entry::getValue)
                    .toList();
            launches.put(one.name(), operation.submit(() -> launch(one, needed)));
        }
        for (var launch : launches.values()) {
            operation.await(launch);
        }
        return launches.values().stream().map(Future::resultNow).flatMap(Optional::stream).toList();
    }

    /** A process that was not started because a dependency failed is not a failure of its own. */
    private static boolean allReady(List<Future<Optional<String>>> launches)
            throws ExecutionException, InterruptedException {
        for (var launch : launches) {
            if (launch.get().isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> takenPorts(List<SupervisedProcess> wanted) {
        var taken = new ArrayList<String>();
        for (var one : wanted) {
            if (!one.runs()) {
                one.part().ports().stream().filter(port -> !Loopback.isFree(port)).forEach(port -> taken.add(
                        "%s needs port %d, and another process listens on it".formatted(one.name(), port)));
            }
        }
        return taken;
    }

    /** @return why the process is not ready; empty if it is */
    private Optional<String> launch(SupervisedProcess one, List<Future<Optional<String>>> needed) {
        var log = home.log(one.name());
        try {
            if (allReady(needed)) {
                makeReady(one, log);
            }
            return Optional.empty();
        } catch (Exception e) {
            operation.tell(Event.of(one.name(), Phase.FAILED));
            return Optional.of("%s failed: %s%n%s".formatted(one.name(), reason(e), new LogTail(log).forPeople()));
        }
    }

    private void makeReady(SupervisedProcess one, Path log) throws Exception {
        var before = one.running();
        if (before.isEmpty()) {
            demandWhatItRequires(one);
            operation.tell(Event.of(one.name(), Phase.PREPARING));
            one.part().prepare();
            operation.tell(Event.of(one.name(), Phase.STARTING));
            home.rememberPortOffset();
            operation.start(one, one.part().build(), log);
            one.running().ifPresent(process -> process.onExit().thenRun(changed));
            changed.run();
        }
        var process = one.running().orElseThrow(() -> new StackFailure("it ended before it was ready"));
        Readiness.await(one.part(), process, operation::demandGoingOn);
        if (!one.isReachedReady()) { // true also if the provisioning failed
            one.part().provision();
        }
        one.ready();
        operation.tell(Event.of(one.name(), before.isPresent() ? Phase.RUNS_ALREADY : Phase.READY));
    }

    private static String reason(Exception e) {
        return switch (e) {
            case InterruptedException _ -> "the command was interrupted";
            case StackFailure failure -> failure.getMessage();
            case IOException broken -> broken.toString();
            default -> {
                e.printStackTrace(); // into the log of the supervisor
                yield e.toString();
            }
        };
    }

    private void demandWhatItRequires(SupervisedProcess one) {
        var missing = one.part().requires().stream().filter(runs.negate()).sorted().toList();
        if (!missing.isEmpty()) {
            throw new StackFailure(
                    "it needs %1$s, which does not run: ./ashlar start %1$s".formatted(missing.getFirst()));
        }
    }
}
