package dev.ashlar.localstack.training;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

import dev.ashlar.localstack.demo.DemoCommand;
import dev.ashlar.localstack.stack.Member;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.state.Folder;
import dev.ashlar.localstack.state.SecretsFile;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.stop.Shutdown;
import dev.ashlar.localstack.terminal.Terminal;
import dev.ashlar.localstack.up.Start;

/** The whole stack, started out of everybody's way, led through the golden journey and stopped: what a service does all day. */
final class Rehearsal {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofMinutes(3);
    private static final int JOURNEYS = 3;

    private final Workspace workspace;
    private final Terminal quiet;

    Rehearsal(Workspace workspace) {
        this.workspace = workspace;
        var nowhere = new PrintStream(PrintStream.nullOutputStream());
        quiet = new Terminal(nowhere, nowhere, false, false);
    }

    /** Leaves nothing behind but the recordings of those services that had no cache. */
    void perform() throws InterruptedException {
        forget();
        var members = Stack.inTraining(workspace, new SecretsFile(workspace).readOrCreate()).members();
        var interrupted = new Thread(() -> stopAndForget(members), "end of the rehearsal");
        Runtime.getRuntime().addShutdownHook(interrupted);
        new Start(workspace, quiet).all(members, START);
        for (var journey = 0; journey < JOURNEYS; journey++) {
            new DemoCommand(workspace, quiet).call();
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
        stopAndForget(members);
    }

    private void stopAndForget(List<Member> members) {
        try {
            new Shutdown(workspace, STOP, (_, _) -> {}).stop(members);
            forget();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget() {
        new Folder(workspace.home()).delete();
    }
}
