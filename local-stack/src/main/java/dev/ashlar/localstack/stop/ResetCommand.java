package dev.ashlar.localstack.stop;

import java.util.concurrent.Callable;

import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code reset}: stops everything and forgets the data. */
@Command(name = "reset", description = "Stop everything and forget data, secrets and logs.")
public final class ResetCommand implements Callable<Integer> {

    private final WholeStack stack;

    public ResetCommand(Workspace workspace, Terminal terminal) {
        stack = new WholeStack(workspace, terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        stack.stop();
        stack.forget();
        return 0;
    }
}
