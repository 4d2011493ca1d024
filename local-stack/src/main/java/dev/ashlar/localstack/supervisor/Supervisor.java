package dev.ashlar.localstack.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.home.JsonFile;
import dev.ashlar.localstack.home.Misuse;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.home.StackFailure;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.supervisor.Event.Order;
import dev.ashlar.localstack.supervisor.Event.Phase;
import dev.ashlar.process.Signal;

/** Knows what runs, and changes it. What it knows is the truth: nothing of it is on disk. */
final class Supervisor {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    /** A service in training writes down what it has learnt when it ends. */
    private static final Duration TRAINING_STOP_PATIENCE = Duration.ofMinutes(3);

    private final Home home;
    private final Secrets secrets;
    private final Stack stack;
    private final Map<InstanceName, Supervised> known = new TreeMap<>(InstanceName.ORDER);
    private final AtomicReference<Operation> current = new AtomicReference<>();

    Supervisor(Home home, Secrets secrets) {
        this.home = home;
        this.secrets = secrets;
        stack = new Stack(home, secrets);
    }

    StatusReport status() {
        var names = Stream.concat(stack.names().stream(), known().stream().map(Supervised::name)).distinct();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // An unhealthy process may take seconds to say nothing.
            var looks = names.map(this::supervised).<Callable<ProcessStatus>>map(one -> one::status).toList();
            var processes = threads.invokeAll(looks).stream().map(Future::resultNow).toList();
            return new StatusReport(processes, stack.addresses(), Credentials.of(secrets));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }

    /** Starts one of everything, what was asked for, and nothing that runs already. */
    void up(Order order, Consumer<Event> listener) {
        var asked = order.scale().entrySet().stream().flatMap(scale -> instances(scale.getKey(), scale.getValue()));
        var wanted = Stream.concat(stack.names().stream(), asked).distinct().toList();
        validate(wanted);
        operate(listener, operation -> start(operation, wanted, order.environment()));
    }

    void start(Order order, Consumer<Event> listener) {
        var wanted = order.names().stream().map(InstanceName::parse).distinct().toList();
        validate(wanted);
        operate(listener, operation -> start(operation, wanted, environment(order, wanted)));
    }

    /** One instance after the other: the others answer meanwhile. */
    void restart(Order order, Consumer<Event> listener) {
        var wanted = order.stale() ? older() : order.names().stream().flatMap(this::running).distinct().toList();
        validate(wanted);
        operate(listener, operation -> replace(operation, wanted, order));
    }

    /** Starts what is missing, replaces what runs an older build, and stops what is too many. */
    void scale(Order order, Consumer<Event> listener) {
        var wanted = order.scale().entrySet().stream().flatMap(scale -> instances(scale.getKey(), scale.getValue()))
                .toList();
        validate(wanted);
        operate(listener, operation -> {
            var surplus = known().stream()
                    .filter(one -> order.scale().containsKey(one.name().name()) && !wanted.contains(one.name()))
                    .toList();
            var old = older().stream().filter(wanted::contains).toList();
            var failures = start(operation, wanted, environment(order, wanted));
            if (failures.isEmpty()) {
                failures = replace(operation, old, order);
            }
            if (failures.isEmpty()) {
                stop(operation, surplus);
                synchronized (known) {
                    surplus.forEach(one -> known.remove(one.name()));
                }
            }
            return failures;
        });
    }

    /** Services first, then what they stand on. */
    void down(Consumer<Event> listener) {
        operate(listener, operation -> {
            stopAll(operation);
            return known().stream().filter(Supervised::runs).map(one -> one.name() + " does not even end when killed")
                    .toList();
        });
    }

    /** The process that got the signal, and whether the signal has ended it. */
    record Killed(long pid, boolean ended) {}

    Killed kill(String name, Signal signal) {
        var one = supervised(InstanceName.parse(name));
        var process = one.running().orElseThrow(() -> new StackFailure(one.name() + " does not run"));
        var handle = process.toHandle();
        if (signal.ends()) {
            one.aboutToStop();
            publish();
        }
        var children = handle.descendants().toList();
        if (!signal.sendTo(handle)) {
            throw new Misuse("%s could not be sent to %s, pid %d".formatted(signal.name(), one.name(), handle.pid()));
        }
        if (signal.ends()) {
            if (!Signal.awaitEnd(handle, STOP_PATIENCE)) {
                throw new StackFailure("%s still runs, pid %d".formatted(one.name(), handle.pid()));
            }
            // What outlives its parent would stand in the way of the next start.
            children.forEach(ProcessHandle::destroyForcibly);
            children.forEach(child -> Signal.awaitEnd(child, STOP_PATIENCE));
        }
        return new Killed(handle.pid(), signal.ends());
    }

    /** Stops what the operation that goes on has started. */
    void cancel() {
        Optional.ofNullable(current.get()).ifPresent(Operation::cancel);
    }

    boolean runsAnything() {
        return known().stream().anyMatch(Supervised::runs);
    }

    /** @throws Misuse if there is nothing of that name */
    void demandKnown(InstanceName name) {
        validate(List.of(name));
    }

    /** The last thing that this JVM does, unless it is killed: then the guard ends the processes. */
    void end() {
        cancel();
        try {
            stopAll(new Operation(_ -> {}));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Action {
        List<String> run(Operation operation) throws InterruptedException;
    }

    private void operate(Consumer<Event> listener, Action action) {
        var operation = new Operation(listener);
        if (!current.compareAndSet(null, operation)) {
            throw new Busy();
        }
        try {
            var failures = action.run(operation);
            operation.finish();
            operation.tell(Event.result(failures, older().stream().map(InstanceName::toString).toList()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        } finally {
            current.set(null);
        }
    }

    /** Another operation goes on. */
    static final class Busy extends RuntimeException {}

    private List<String> start(Operation operation, List<InstanceName> names, Map<String, String> environment)
            throws InterruptedException {
        var wanted = names.stream().map(this::supervised).toList();
        for (var one : wanted) {
            synchronized (known) {
                known.putIfAbsent(one.name(), one);
            }
            if (!one.runs()) {
                one.become(stack.part(one.name(), environment), environment);
            }
        }
        return new Starts(home, stack, operation, this::anyRuns, this::publish).all(wanted);
    }

    private List<String> replace(Operation operation, List<InstanceName> names, Order order)
            throws InterruptedException {
        for (var name : names) {
            stop(operation, List.of(supervised(name)));
            var failures = start(operation, List.of(name), environment(order, List.of(name)));
            if (!failures.isEmpty()) {
                return failures;
            }
        }
        return List.of();
    }

    private void stopAll(Operation operation) throws InterruptedException {
        stop(operation, known().stream().filter(one -> !stack.isInfrastructure(one.name())).toList());
        stop(operation, known().stream().filter(one -> stack.isInfrastructure(one.name())).toList());
    }

    private void stop(Operation operation, List<Supervised> some) throws InterruptedException {
        var running = some.stream().filter(Supervised::runs).toList();
        running.forEach(Supervised::aboutToStop);
        publish();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stops = new ArrayList<Callable<Void>>();
            for (var one : running) {
                stops.add(() -> {
                    operation.tell(Event.of(one.name(), Phase.STOPPING));
                    var patience = one.caller().containsKey("ASHLAR_TRAINING") ? TRAINING_STOP_PATIENCE : STOP_PATIENCE;
                    var gently = one.running()
                            .map(process -> one.part().stopSignal().stop(process.toHandle(), patience)).orElse(true);
                    operation.tell(Event.of(one.name(), gently ? Phase.STOPPED : Phase.KILLED));
                    return null;
                });
            }
            threads.invokeAll(stops);
        }
    }

    private List<InstanceName> older() {
        return known().stream()
                .filter(one -> one.isOlderThan(stack.build(one.name())))
                .map(Supervised::name)
                .toList();
    }

    /** {@code NAME#N} is one process; {@code NAME} is all that run, or the first. */
    private Stream<InstanceName> running(String text) {
        var name = InstanceName.parse(text);
        var instances = known().stream()
                .filter(one -> !text.contains("#") && one.name().name().equals(name.name()) && one.runs())
                .map(Supervised::name)
                .toList();
        return instances.isEmpty() ? Stream.of(name) : instances.stream();
    }

    private static Stream<InstanceName> instances(String name, int count) {
        if (count < 1) {
            throw new Misuse("%s=%d: at least one instance runs".formatted(name, count));
        }
        return IntStream.rangeClosed(1, count).mapToObj(number -> new InstanceName(name, number));
    }

    /** What comes from a command has an environment; the console has none, and starts a process as it was. */
    private Map<String, String> environment(Order order, List<InstanceName> names) {
        return order.environment().isEmpty() && names.size() == 1
                ? supervised(names.getFirst()).caller()
                : order.environment();
    }

    private void validate(List<InstanceName> names) {
        names.forEach(name -> stack.part(name).ports());
    }

    private boolean anyRuns(String name) {
        return known().stream().anyMatch(one -> one.name().name().equals(name) && one.runs());
    }

    private Supervised supervised(InstanceName name) {
        var part = stack.part(name);
        synchronized (known) {
            var one = known.get(name);
            return one == null ? new Supervised(name, part) : one;
        }
    }

    private List<Supervised> known() {
        synchronized (known) {
            return List.copyOf(known.values());
        }
    }

    /**
     * Tells the gateways which instances there are (ADR 28): when something was started, while it is not ready yet, so that they
     * know it by the time it is; and before something is stopped.
     */
    private synchronized void publish() {
        var upstreams = new TreeMap<String, List<String>>();
        known().stream().filter(Supervised::isInService).forEach(one -> stack.upstream(one.name()).ifPresent(
                address -> upstreams.computeIfAbsent(one.name().name(), _ -> new ArrayList<>()).add(address)));
        try {
            new JsonFile<>(home.upstreams(), Map.class).write(upstreams);
        } catch (IOException e) {
            System.err.println("%s can't be written: %s".formatted(home.upstreams(), e)); // a full disk must not keep anything alive
        }
    }
}
