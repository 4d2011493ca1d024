package dev.ashlar.localstack.supervisor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.home.JsonFile;
import dev.ashlar.process.Misuse;
import dev.ashlar.localstack.stack.Stack;

/** All processes that the supervisor has ever started. */
final class ProcessRegistry {

    private final Home home;
    private final Stack stack;
    private final Map<InstanceName, SupervisedProcess> known = new TreeMap<>(InstanceName.ORDER);

    ProcessRegistry(Home home, Stack stack) {
        this.home = home;
        this.stack = stack;
    }

    synchronized List<SupervisedProcess> all() {
        return List.copyOf(known.values());
    }

    /**
     * Returns the process of that name. It is remembered after {@link #enlist}.
     *
     * @throws Misuse if no process has that name
     */
    synchronized SupervisedProcess named(InstanceName name) {
        var part = stack.part(name);
        var one = known.get(name);
        return one == null ? new SupervisedProcess(name, part) : one;
    }

    synchronized SupervisedProcess enlist(InstanceName name) {
        return known.computeIfAbsent(name, this::named);
    }

    synchronized void forget(Collection<SupervisedProcess> some) {
        some.forEach(one -> known.remove(one.name()));
    }

    /** The first instance of everything, and all others that were started. */
    List<SupervisedProcess> ofStatus() {
        return Stream.concat(stack.names().stream(), all().stream().map(SupervisedProcess::name)).distinct()
                .map(this::named)
                .toList();
    }

    boolean anyRuns(String name) {
        return all().stream().anyMatch(one -> one.name().name().equals(name) && one.runs());
    }

    List<InstanceName> older() {
        return all().stream()
                .filter(one -> one.isOlderThan(stack.build(one.name())))
                .map(SupervisedProcess::name)
                .toList();
    }

    /** {@code NAME#N} names one process. {@code NAME} names all running instances, or the first one. */
    Stream<InstanceName> running(String text) {
        var name = InstanceName.parse(text);
        var instances = all().stream()
                .filter(one -> !text.contains("#") && one.name().name().equals(name.name()) && one.runs())
                .map(SupervisedProcess::name)
                .toList();
        return instances.isEmpty() ? Stream.of(name) : instances.stream();
    }

    /**
     * Writes the list of instances for the gateways (ADR 28). Called when an instance was started, before it is ready,
     * and before an instance is stopped.
     */
    synchronized void publish() {
        var upstreams = new TreeMap<String, List<String>>();
        all().stream().filter(SupervisedProcess::isInService).forEach(one -> stack.upstream(one.name()).ifPresent(
                address -> upstreams.computeIfAbsent(one.name().name(), _ -> new ArrayList<>()).add(address)));
        new JsonFile<>(home.upstreams(), Map.class).writeIfPossible(upstreams);
    }

    /** Writes the file again if it is missing or broken, since the gateways read it. */
    void publishIfMissing() {
        if (new JsonFile<>(home.upstreams(), Map.class).read().isEmpty()) {
            publish();
        }
    }
}
