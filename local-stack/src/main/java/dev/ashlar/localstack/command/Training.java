package dev.ashlar.localstack.command;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

import dev.ashlar.infrastructure.Service;
import dev.ashlar.localstack.stack.FreeOffset;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.process.Folders;
import picocli.CommandLine.Command;

/** {@code train}: creates missing AOT caches. Useful once for each build that is started often (ADR 27). */
@Command
record Training(Context context) {

    private static final int JOURNEYS = 3;

    @Command
    void train() throws Exception {
        if (Boolean.getBoolean("ashlar.check")) {
            return;
        }
        context.build(Service.ALL.stream().map(Service::id).toList());
        context.lock(context.home().applications().resolve("training.lock")).holding(() -> {
            var stack = context.stack();
            for (var service : Service.ALL) {
                if (!stack.cache(service).exists()) {
                    rehearse();
                    break;
                }
            }
            for (var service : Service.ALL) {
                if (!stack.cache(service).exists()) {
                    stack.cache(service).create();
                    context.terminal().out().println(service.id() + ": has learnt its start");
                }
            }
        });
    }

    /**
     * Starts the whole stack on free ports, runs the golden journey and stops the stack, so that the recordings contain
     * normal work.
     */
    private void rehearse() throws Exception {
        context.terminal().out().println("A training run, stopped again when it is done: start, orders, stop");
        var nowhere = new PrintStream(PrintStream.nullOutputStream());
        var environment = new HashMap<>(context.environment());
        environment.putAll(Map.of(Stack.IN_TRAINING, "1", "ASHLAR_BUILD", "never"));
        var home = context.home().rehearsal(FreeOffset.find());
        Folders.delete(home.folder());
        var rehearsal = new Processes(new Context(home, new Terminal(nowhere, nowhere, false, false), environment));
        // An interrupted command has no time for more. The supervisor stops the stack.
        var interrupted = new Thread(
                () -> rehearsal.context().supervisor().ifPresent(SupervisorClient::terminate), "end of the rehearsal");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            rehearsal.up(Map.of(), false, false);
            for (var journey = 0; journey < JOURNEYS; journey++) {
                new ShopCommands(rehearsal.context()).demo();
            }
        } finally {
            rehearsal.down();
            Folders.delete(home.folder());
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
    }
}
