package dev.ashlar.localstack.up;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.ashlar.localstack.stack.Member;
import dev.ashlar.localstack.stack.Upstreams;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.StackFailure;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.stop.Shutdown;
import dev.ashlar.localstack.terminal.Terminal;

/** Stops what this command started if the command is interrupted, by Ctrl-C or otherwise, before it has come to its end. */
final class Undo {

    private final Workspace workspace;
    private final Terminal terminal;
    private final Progress progress;
    private final Runs runs;
    private final List<Member> started = new ArrayList<>();
    private boolean interrupted;
    private boolean over;

    Undo(Workspace workspace, Terminal terminal, Progress progress) {
        this.workspace = workspace;
        this.terminal = terminal;
        this.progress = progress;
        runs = new Runs(workspace);
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "undo"));
    }

    /** Either the process starts and will be stopped if need be, or it does not start any more. */
    synchronized Launched start(Member member) throws IOException {
        if (interrupted) {
            throw new StackFailure("it was not started, because the command was interrupted");
        }
        var launched = Launched.byThisCommand(member.start(workspace.log(member.name())));
        started.add(member);
        runs.started(member.name(), launched.identity());
        new Upstreams(workspace).update();
        return launched;
    }

    /** From now on all that was started stays, ready or not. Never returns after an interruption: the JVM is about to end. */
    synchronized void noMore() throws InterruptedException {
        while (interrupted) {
            wait();
        }
        over = true;
    }

    private void interrupt() {
        if (begin()) {
            progress.close();
            terminal.out().println("Interrupted: stopping what was started.");
            try {
                new Shutdown(workspace, (member, _) -> terminal.out().println(member.name() + ": stopped"))
                        .stop(started);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                endPreparations();
            }
        }
    }

    /** Ends what only prepares a start, such as initdb, and waits until it has ended. */
    private static void endPreparations() {
        var preparing = ProcessHandle.current().descendants().toList();
        preparing.forEach(ProcessHandle::destroy);
        for (var process : preparing) {
            process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
            process.destroyForcibly();
        }
    }

    private synchronized boolean begin() {
        interrupted = !over;
        return interrupted;
    }
}
