package dev.ashlar.localstack.status;

import java.util.List;
import java.util.concurrent.Callable;

import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.state.Json;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.SecretsFile;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status [--json]}. */
@Command(name = "status", description = "Show what runs, where, and the demo accounts.")
public final class StatusCommand implements Callable<Integer> {

    private final Workspace workspace;
    private final Terminal terminal;

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    public StatusCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var report = report();
        if (json) {
            terminal.out().println(Json.MAPPER.writeValueAsString(report));
        } else {
            new StatusTable(terminal).print(report);
        }
        return 0;
    }

    private StatusReport report() throws InterruptedException {
        var stack = Stack.of(workspace);
        var credentials = new SecretsFile(workspace).read().map(Credentials::of).orElse(List.of());
        return new StatusReport(new Inspection(stack, new Runs(workspace)).processes(), stack.addresses(), credentials);
    }
}
