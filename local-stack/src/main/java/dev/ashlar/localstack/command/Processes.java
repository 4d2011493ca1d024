package dev.ashlar.localstack.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.ashlar.infrastructure.Service;
import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.process.Misuse;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.supervisor.Event;
import dev.ashlar.localstack.supervisor.Event.ControlRequest;
import dev.ashlar.localstack.supervisor.StatusReport.ProcessStatus;
import dev.ashlar.process.Signal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that start and stop processes. One of them runs at a time. */
@Command
record Processes(Context context) {

    @Command
    void up(@Option(names = "--scale") @Nullable Map<String, Integer> scale, @Option(names = "--fresh") boolean fresh,
            @Option(names = "--tls") boolean tls) throws Exception {
        var begun = System.nanoTime();
        var instances = demandInstances(scale);
        context.alone(() -> {
            context.build(services());
            if (fresh) {
                stop();
                context.home().forget();
            }
            if (tls) {
                Trust.createCertificate(context);
            }
            var supervisor = SupervisorProcess.findOrStart(context.home());
            var older = run(supervisor, "/up", scaleRequest(instances)).older();
            context.terminal().out().printf("%nAll is ready after %.1f s.%n", (System.nanoTime() - begun) / 1e9);
            new StatusTable(context.terminal())
                    .printAccess(supervisor.status().withConsole(supervisor.fragment()));
            if (tls) {
                Trust.explain(context);
            }
            if (older != null && !older.isEmpty()) {
                context.terminal().out().printf("%nOf an older build: %s. ./ashlar restart --stale replaces them.%n",
                        String.join(", ", older));
            }
            if (supervisor.isOfAnotherBuild()) {
                context.terminal().out()
                        .printf("%nOf an older build: the supervisor. ./ashlar down, then up, replaces it.%n");
            }
            context.terminal().out().printf("%n./ashlar demo follows an order through it; ./ashlar down stops it.%n");
        });
    }

    @Command
    void start(@Parameters(arity = "1..*", paramLabel = "NAME[#N]") List<String> names) throws Exception {
        demandKnown(names);
        context.alone(() -> run(SupervisorProcess.findOrStart(context.home()), "/start", request(names, false)));
    }

    @Command
    void restart(@Parameters(arity = "0..*", paramLabel = "NAME[#N]") @Nullable List<String> named,
            @Option(names = "--stale") boolean stale) throws Exception {
        var names = Optional.ofNullable(named).orElse(List.of());
        if (names.isEmpty() != stale) {
            throw new Misuse("Name what to restart, or --stale for all that runs an older build.");
        }
        demandKnown(names);
        context.alone(() -> {
            var supervisor = context.demandSupervisor();
            context.build(services().stream().filter(stale
                    ? running(supervisor)::contains
                    : names.stream().map(name -> InstanceName.parse(name).name()).toList()::contains).toList());
            var progress = new ProgressView(context.terminal());
            demandSuccess(supervisor.run("/restart", request(names, stale), context.terminal(), progress));
            if (progress.isEmpty()) {
                context.terminal().out().println("Nothing runs an older build.");
            }
        });
    }

    @Command
    void scale(@Parameters(arity = "1..*", paramLabel = "NAME=N") Map<String, Integer> scale) throws Exception {
        demandInstances(scale);
        context.alone(() -> {
            var supervisor = context.demandSupervisor();
            context.build(services().stream().filter(scale::containsKey).toList());
            run(supervisor, "/scale", scaleRequest(scale));
        });
    }

    @Command
    void kill(@Parameters(paramLabel = "NAME[#N]") String name,
            @Option(names = "--signal", defaultValue = "KILL") String signalName) throws Exception {
        demandKnown(List.of(name));
        var signal = Signal.parse(signalName);
        context.alone(() -> {
            var killed = context.supervisor()
                    .orElseThrow(() -> new StackFailure(InstanceName.parse(name) + " does not run"))
                    .kill(name, signal.name());
            context.terminal().out().printf("%s: sent %s to pid %d%s%n", InstanceName.parse(name), signal.name(),
                    killed.path("pid").asLong(), killed.path("ended").asBoolean() ? ", it is gone" : "");
        });
    }

    @Command
    void down() throws Exception {
        context.alone(this::stop);
    }

    @Command
    void reset() throws Exception {
        context.alone(() -> {
            stop();
            context.home().forget();
            context.terminal().out().println("Data, secrets and logs are forgotten.");
        });
    }

    private void stop() {
        var supervisor = context.supervisor();
        if (supervisor.isEmpty()) {
            context.terminal().out().println(SupervisorProcess.endLost(context.home())
                    ? "Stopped everything: the supervisor had not published its address."
                    : "Nothing runs.");
            return;
        }
        run(supervisor.get(), "/down", request(List.of(), false));
        supervisor.get().awaitEnd();
    }

    private ControlRequest request(List<String> names, boolean stale) {
        return new ControlRequest(UUID.randomUUID().toString(), names, Map.of(), stale, "", context.environment());
    }

    private ControlRequest scaleRequest(Map<String, Integer> scale) {
        return new ControlRequest(UUID.randomUUID().toString(), List.of(), scale, false, "", context.environment());
    }

    private Event run(SupervisorClient supervisor, String path, ControlRequest request) {
        var result = supervisor.run(path, request, context.terminal(), new ProgressView(context.terminal()));
        if (!result.failures().isEmpty()) {
            supervisor.endIfUnused();
        }
        return demandSuccess(result);
    }

    private static Event demandSuccess(Event result) {
        if (!result.failures().isEmpty()) {
            throw new StackFailure(String.join("\n\n", result.failures()));
        }
        return result;
    }

    private void demandKnown(List<String> names) {
        var stack = context.stack();
        names.forEach(name -> stack.part(InstanceName.parse(name)).ports());
    }

    private Map<String, Integer> demandInstances(@Nullable Map<String, Integer> scale) {
        var stack = context.stack();
        var instances = Optional.ofNullable(scale).orElse(Map.of());
        instances.forEach((name, count) -> stack.part(new InstanceName(name, count)).ports());
        return instances;
    }

    private static List<String> services() {
        return Service.ALL.stream().map(Service::id).toList();
    }

    private static List<String> running(SupervisorClient supervisor) {
        return supervisor.status().processes().stream().filter(ProcessStatus::runs)
                .map(ProcessStatus::name).toList();
    }
}
