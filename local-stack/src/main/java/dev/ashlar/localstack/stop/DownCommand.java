package dev.ashlar.localstack.stop;

import java.util.concurrent.Callable;

import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code down}: stops everything, keeps the data. */
@Command(name = "down", description = "Stop everything; the data is kept.")
public final class DownCommand implements Callable<Integer> {

    private final WholeStack stack;

    public DownCommand(Workspace workspace, Terminal terminal) {
        stack = new WholeStack(workspace, terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        stack.stop();
        return 0;
    }
}
