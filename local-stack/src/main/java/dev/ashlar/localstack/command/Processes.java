package dev.ashlar.localstack.command;

import java.util.List;
import java.util.Map;

import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.home.Misuse;
import dev.ashlar.localstack.home.StackFailure;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.supervisor.Event;
import dev.ashlar.localstack.supervisor.Event.Order;
import dev.ashlar.localstack.supervisor.ProcessStatus;
import dev.ashlar.process.Signal;

/** The commands that change what runs. One at a time. */
public record Processes(Context context) {

    public int up(Map<String, Integer> scale, boolean fresh) throws Exception {
        var begun = System.nanoTime();
        demandInstances(scale);
        return context.alone(() -> {
            context.build(services());
            if (fresh) {
                stop();
                context.home().forget();
            }
            var supervisor = SupervisorProcess.findOrStart(context.home());
            var result = carryOut(supervisor, "/up", new Order(List.of(), scale, false, "", context.environment()));
            context.terminal().out().printf("%nAll is ready after %.1f s.%n", (System.nanoTime() - begun) / 1e9);
            new StatusTable(context.terminal()).printAccess(supervisor.status());
            nameOlder(result);
            if (supervisor.isOfAnotherBuild()) {
                context.terminal().out()
                        .printf("%nOf an older build: the supervisor. ./ashlar down, then up, replaces it.%n");
            }
            context.terminal().out().printf("%n./ashlar demo follows an order through it; ./ashlar down stops it.%n");
            return 0;
        });
    }

    public int start(List<String> names) throws Exception {
        demandKnown(names);
        return context.alone(() -> {
            carryOut(SupervisorProcess.findOrStart(context.home()), "/start", order(names, false));
            return 0;
        });
    }

    public int restart(List<String> names, boolean stale) throws Exception {
        if (names.isEmpty() != stale) {
            throw new Misuse("Name what to restart, or --stale for all that runs an older build.");
        }
        demandKnown(names);
        return context.alone(() -> {
            var supervisor = context.demandSupervisor();
            context.build(stale
                    ? running(supervisor)
                    : names.stream().map(name -> InstanceName.parse(name).name()).filter(
                            services()::contains).distinct().toList());
            var progress = new Progress(context.terminal());
            demandSuccess(supervisor.carryOut("/restart", order(names, stale), context.terminal(), progress));
            if (progress.isEmpty()) {
                context.terminal().out().println("Nothing runs an older build.");
            }
            return 0;
        });
    }

    public int scale(Map<String, Integer> scale) throws Exception {
        demandInstances(scale);
        return context.alone(() -> {
            var supervisor = context.demandSupervisor();
            context.build(scale.keySet().stream().filter(services()::contains).toList());
            carryOut(supervisor, "/scale", new Order(List.of(), scale, false, "", context.environment()));
            return 0;
        });
    }

    public int kill(String name, String signal) throws Exception {
        demandKnown(List.of(name));
        var sent = signal(signal);
        return context.alone(() -> {
            var killed = context.supervisor()
                    .orElseThrow(() -> new StackFailure(InstanceName.parse(name) + " does not run"))
                    .kill(name, sent.name());
            context.terminal().out().printf("%s: sent %s to pid %d%s%n", InstanceName.parse(name), sent.name(),
                    killed.path("pid").asLong(), killed.path("ended").asBoolean() ? ", it is gone" : "");
            return 0;
        });
    }

    private static Signal signal(String text) {
        try {
            return Signal.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Misuse(String.valueOf(e.getMessage()));
        }
    }

    public int down() throws Exception {
        return context.alone(() -> {
            stop();
            return 0;
        });
    }

    public int reset() throws Exception {
        return context.alone(() -> {
            stop();
            context.home().forget();
            context.terminal().out().println("Data, secrets and logs are forgotten.");
            return 0;
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
        carryOut(supervisor.get(), "/down", Order.of(List.of()));
        supervisor.get().awaitEnd();
    }

    private Order order(List<String> names, boolean stale) {
        return new Order(names, Map.of(), stale, "", context.environment());
    }

    private Event carryOut(SupervisorClient supervisor, String path, Order order) {
        var result = supervisor.carryOut(path, order, context.terminal(), new Progress(context.terminal()));
        if (!succeeded(result)) {
            supervisor.endIfUnused();
        }
        return demandSuccess(result);
    }

    private static Event demandSuccess(Event result) {
        if (!succeeded(result)) {
            throw new StackFailure(String.join("\n\n", result.failures()));
        }
        return result;
    }

    private static boolean succeeded(Event result) {
        return result.failures() == null || result.failures().isEmpty();
    }

    private void nameOlder(Event result) {
        var older = result.older();
        if (older != null && !older.isEmpty()) {
            context.terminal().out().printf("%nOf an older build: %s. ./ashlar restart --stale replaces them.%n",
                    String.join(", ", older));
        }
    }

    /** @throws Misuse if there is nothing of a name */
    private void demandKnown(List<String> names) {
        var stack = context.stack();
        names.forEach(name -> stack.part(InstanceName.parse(name)).ports());
    }

    private void demandInstances(Map<String, Integer> scale) {
        var stack = context.stack();
        scale.forEach((name, count) -> stack.part(new InstanceName(name, count)).ports());
    }

    private List<String> services() {
        return services(context.stack());
    }

    private static List<String> services(Stack stack) {
        return stack.names().stream().filter(name -> !stack.isInfrastructure(name)).map(InstanceName::name).toList();
    }

    private List<String> running(SupervisorClient supervisor) {
        return supervisor.status().processes().stream().filter(process -> process.pid() != null)
                .map(ProcessStatus::name)
                .filter(services()::contains).distinct().toList();
    }
}
