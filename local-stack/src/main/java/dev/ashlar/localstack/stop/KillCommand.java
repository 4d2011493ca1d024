package dev.ashlar.localstack.stop;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.stack.Upstreams;
import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.state.Misuse;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.StackFailure;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kill NAME[#N] [--signal KILL]}: a fault, on purpose. */
@Command(name = "kill", description = "Stop one process hard, to see what the others do.")
public final class KillCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Workspace workspace;
    private final Runs runs;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME[#N]", description = "The process, such as order-service#2.")
    private String name = "";

    @Option(names = "--signal", paramLabel = "SIGNAL", defaultValue = "KILL", description = "KILL (default), TERM, STOP, CONT, ...")
    private String signal = "";

    public KillCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
        runs = new Runs(workspace);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var chosen = Signal.parse(signal);
        var member = Stack.of(workspace).member(InstanceName.parse(name));
        var process = runs.process(member.name())
                .orElseThrow(() -> new StackFailure(member.name() + " does not run"));
        send(chosen, member.name(), process);
        return 0;
    }

    private void send(Signal signal, InstanceName name, ProcessHandle process)
            throws IOException, InterruptedException {
        var tree = ProcessTree.of(process);
        if (signal.ends()) {
            runs.stopping(name);
            new Upstreams(workspace).update();
        }
        if (!signal.sendTo(process.pid())) {
            throw new Misuse("%s could not be sent to %s, pid %d".formatted(signal.name(), name, process.pid()));
        }
        if (signal.ends() && !tree.awaitEnd(PATIENCE)) {
            throw new StackFailure("%s still runs, pid %d".formatted(name, process.pid()));
        }
        terminal.out().printf("%s: sent %s to pid %d%s%n", name, signal.name(), process.pid(),
                signal.ends() ? ", it is gone" : "");
    }
}
