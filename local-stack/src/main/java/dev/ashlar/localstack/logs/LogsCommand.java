package dev.ashlar.localstack.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;

import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.state.StackFailure;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code logs NAME[#N] [-f]}. */
@Command(name = "logs", description = "Show what a process wrote.")
public final class LogsCommand implements Callable<Integer> {

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME[#N]", description = "The process, such as order-service#2.")
    private String name = "";

    @Option(names = {"-f", "--follow"}, description = "Go on until interrupted.")
    private boolean follow;

    public LogsCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var member = Stack.of(workspace).member(InstanceName.parse(name));
        var log = workspace.log(member.name());
        if (!follow && !Files.exists(log)) {
            throw new StackFailure(member.name() + " has written nothing yet");
        }
        var reader = new LogReader(log, terminal.out());
        if (follow) {
            reader.follow();
        }
        reader.copyNew();
        return 0;
    }
}
