package dev.ashlar.localstack.up;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.state.SecretsFile;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code start NAME[#N]}. */
@Command(name = "start", description = "Start one process, and wait until it is ready.")
public final class StartCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME[#N]", description = "The process, such as order-service#2.")
    private String name = "";

    public StartCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var stack = new Stack(workspace, new SecretsFile(workspace).readOrCreate());
        new Start(workspace, terminal).all(List.of(stack.member(InstanceName.parse(name))), PATIENCE);
        return 0;
    }
}
