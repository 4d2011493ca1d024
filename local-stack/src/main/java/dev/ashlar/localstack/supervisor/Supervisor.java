package dev.ashlar.localstack.supervisor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.home.JsonFile;
import dev.ashlar.process.Misuse;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.supervisor.Event.ControlRequest;
import dev.ashlar.localstack.supervisor.Event.Phase;
import dev.ashlar.localstack.supervisor.StatusReport.ProcessStatus;
import dev.ashlar.process.Signal;

/**
 * Knows and changes which processes run. Its memory is the only record of them, except for the wanted number of
 * instances, which is on disk.
 */
final class Supervisor {

    private static final Duration MAX_WAIT = Duration.ofSeconds(20);
    /** In a training run, a service writes its recording when it ends. */
    private static final Duration IN_TRAINING = Duration.ofMinutes(3);

    private final Home home;
    private final Secrets secrets;
    private final Stack stack;
    private final ProcessRegistry members;
    private final JsonFile<Scale> scaleFile;
    private volatile Scale scale;
    private final Operations operations;

    Supervisor(Home home, Secrets secrets) {
        this.home = home;
        this.secrets = secrets;
        stack = new Stack(home, secrets);
        members = new ProcessRegistry(home, stack);
        operations = new Operations(members, home.supervisorLog());
        scaleFile = new JsonFile<>(home.scale(), Scale.class);
        scale = scaleFile.read().orElse(new Scale(Map.of()));
    }

    StatusReport status() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // An unhealthy process may take seconds to respond.
            var looks = members.ofStatus().stream().<Callable<ProcessStatus>>map(one -> one::status).toList();
            var processes = threads.invokeAll(looks).stream().map(Future::resultNow).toList();
            return StatusReport.of(processes, stack, Optional.of(secrets));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }

    /**
     * Starts one instance of everything and all instances that commands asked for. Leaves running processes as they are.
     */
    void up(ControlRequest request, Consumer<Event> listener) {
        var asked = scale.with(request.scale());
        var wanted = Stream.concat(stack.names().stream(), instances(asked.instances())).distinct().toList();
        validate(Stream.concat(wanted.stream(), instances(request.scale())).toList());
        operations.run(request.id(), listener, Duration.ZERO, operation -> {
            var failures = start(operation, wanted, request.environment());
            if (failures.isEmpty()) {
                remember(asked);
            }
            return failures;
        });
    }

    void start(ControlRequest request, Consumer<Event> listener) {
        var wanted = request.names().stream().map(InstanceName::parse).distinct().toList();
        validate(wanted);
        operations.run(request.id(), listener, Duration.ZERO,
                operation -> start(operation, wanted, environment(request, wanted)));
    }

    /** Restarts one instance after the other, so that the others can serve requests. */
    void restart(ControlRequest request, Consumer<Event> listener) {
        var wanted = request.stale()
                ? members.older()
                : request.names().stream().flatMap(members::running).distinct().toList();
        validate(wanted);
        operations.run(request.id(), listener, Duration.ZERO, operation -> replace(operation, wanted, request));
    }

    /** Starts missing instances, replaces those of an older build, and stops surplus ones. */
    void scale(ControlRequest request, Consumer<Event> listener) {
        var wanted = instances(request.scale()).toList();
        validate(wanted);
        operations.run(request.id(), listener, Duration.ZERO, operation -> {
            var surplus = members.all().stream()
                    .filter(one -> request.scale().containsKey(one.name().name()) && !wanted.contains(one.name()))
                    .toList();
            var old = members.older().stream().filter(wanted::contains).toList();
            var failures = start(operation, wanted, environment(request, wanted));
            if (failures.isEmpty()) {
                failures = replace(operation, old, request);
            }
            if (failures.isEmpty()) {
                stop(operation, surplus);
                members.forget(surplus);
                remember(scale.with(request.scale()));
            }
            return failures;
        });
    }

    void down(Consumer<Event> listener) {
        cancel(""); // for example an operation whose command was killed
        operations.run("", listener, MAX_WAIT, operation -> {
            stopAll(operation);
            remember(new Scale(Map.of()));
            return members.all().stream().filter(SupervisedProcess::runs)
                    .map(one -> one.name() + " does not even end when killed")
                    .toList();
        });
    }

    /** The process that got the signal, and whether the signal ended it. */
    record Killed(long pid, boolean ended) {}

    Killed kill(String name, Signal signal) {
        var one = members.named(InstanceName.parse(name));
        var process = one.running().orElseThrow(() -> new StackFailure(one.name() + " does not run"));
        var handle = process.toHandle();
        if (signal.ends()) {
            one.aboutToStop();
            members.publish();
            signal.stop(handle, MAX_WAIT);
        } else if (!signal.sendTo(handle)) {
            throw new Misuse("%s could not be sent to %s, pid %d".formatted(signal.name(), one.name(), handle.pid()));
        }
        return new Killed(handle.pid(), Signal.isGone(handle));
    }

    /** @return true if the request was running; with an empty id, any request */
    boolean cancel(String id) {
        return operations.cancel(id);
    }

    ProcessRegistry members() {
        return members;
    }

    /** True if no process was started and none is about to start. */
    boolean isUnused() {
        return operations.isIdle() && members.all().isEmpty();
    }

    boolean runsAnything() {
        return members.all().stream().anyMatch(SupervisedProcess::runs);
    }

    void demandKnown(InstanceName name) {
        validate(List.of(name));
    }

    /** The last action of this JVM. If the JVM is killed instead, the guard ends the processes. */
    void end() {
        operations.close();
        try {
            stopAll(new Operation("", _ -> {}));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> start(Operation operation, List<InstanceName> names, Map<String, String> environment)
            throws InterruptedException {
        var wanted = names.stream().map(members::enlist).toList();
        for (var one : wanted) {
            if (!one.runs()) {
                one.become(stack.part(one.name(), environment), environment);
            }
        }
        return new Starts(home, stack, operation, members::anyRuns, members::publish).all(wanted);
    }

    private List<String> replace(Operation operation, List<InstanceName> names, ControlRequest request)
            throws InterruptedException {
        for (var name : names) {
            stop(operation, List.of(members.named(name)));
            var failures = start(operation, List.of(name), environment(request, List.of(name)));
            if (!failures.isEmpty()) {
                return failures;
            }
        }
        return List.of();
    }

    /** Stops services first, then infrastructure. */
    private void stopAll(Operation operation) throws InterruptedException {
        for (var infrastructure : List.of(false, true)) {
            stop(operation, members.all().stream()
                    .filter(one -> stack.isInfrastructure(one.name()) == infrastructure).toList());
        }
    }

    /** Stops the processes concurrently, after the gateways have the new list. */
    private void stop(Operation operation, List<SupervisedProcess> some) throws InterruptedException {
        var running = some.stream().filter(SupervisedProcess::runs).toList();
        running.forEach(SupervisedProcess::aboutToStop);
        members.publish();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> stop : running.stream().map(one -> threads.submit(() -> {
                operation.tell(Event.of(one.name(), Phase.STOPPING));
                var gently = one.stop(one.caller().containsKey(Stack.IN_TRAINING) ? IN_TRAINING : MAX_WAIT);
                operation.tell(Event.of(one.name(), gently ? Phase.STOPPED : Phase.KILLED));
            })).toList()) {
                operation.await(stop);
            }
        }
    }

    private static Stream<InstanceName> instances(Map<String, Integer> counts) {
        counts.forEach(InstanceName::new); // checks the numbers before any instance is created
        return counts.entrySet().stream().flatMap(one -> IntStream.rangeClosed(1, one.getValue())
                .mapToObj(number -> new InstanceName(one.getKey(), number)));
    }

    private void remember(Scale asked) {
        scale = asked;
        scaleFile.writeIfPossible(asked);
    }

    /** The environment of the request. The console sends none: the process then keeps its previous one. */
    private Map<String, String> environment(ControlRequest request, List<InstanceName> names) {
        return request.environment().isEmpty() && names.size() == 1
                ? members.named(names.getFirst()).caller()
                : request.environment();
    }

    private void validate(List<InstanceName> names) {
        names.forEach(name -> stack.part(name).ports());
    }
}
