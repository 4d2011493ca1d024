package dev.ashlar.localstack.stop;

import java.util.concurrent.atomic.AtomicInteger;

import dev.ashlar.localstack.stack.Member;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.state.Folder;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.SecretsFile;
import dev.ashlar.localstack.state.UpstreamsFile;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.terminal.Terminal;

/** All that runs, and all that is kept. */
public final class WholeStack {

    private final Workspace workspace;
    private final Terminal terminal;
    private final Runs runs;

    public WholeStack(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
        runs = new Runs(workspace);
    }

    public void stop() throws InterruptedException {
        var stack = Stack.of(workspace);
        var count = new AtomicInteger();
        new Shutdown(workspace, (member, gently) -> {
            count.incrementAndGet();
            tell(member, gently);
        }).stop(runs.names().stream().map(stack::member).toList());
        if (count.get() == 0) {
            terminal.out().println("Nothing runs.");
        }
    }

    /** Only what this installation made: whatever else lies in its folder stays. What was unpacked is worth keeping. */
    public void forget() {
        new Folder(workspace.data()).delete();
        new Folder(workspace.logs()).delete();
        new SecretsFile(workspace).delete();
        new UpstreamsFile(workspace).delete();
        terminal.out().println("Data, secrets and logs are forgotten.");
    }

    private void tell(Member member, boolean gently) {
        terminal.out().printf("%s: stopped%s%n", member.name(), gently ? "" : ", killed after 20 s");
    }
}
