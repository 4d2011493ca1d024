package dev.ashlar.localstack.up;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.ashlar.localstack.stack.Member;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.StackFailure;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.terminal.Terminal;

/** One start of any number of processes, from the look at their ports to the last one being ready. */
final class Start {

    private final Workspace workspace;
    private final Terminal terminal;

    Start(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    /** @throws StackFailure if a port is taken, in which case nothing was started, or if not all became ready */
    void all(List<Member> members, Duration patience) throws InterruptedException {
        new PortCheck(new Runs(workspace)).demandFreePorts(members);
        try (var progress = Progress.on(terminal, members.stream().map(Member::name).toList())) {
            var undo = new Undo(workspace, terminal, progress);
            var failures = launchAll(members, new Launcher(workspace, undo, progress, patience));
            undo.noMore();
            if (!failures.isEmpty()) {
                throw new StackFailure(String.join("\n\n", failures.stream().map(Failure::describe).toList()));
            }
        }
    }

    /** No service is started on incomplete infrastructure: it would only fail as well, and later. */
    private static List<Failure> launchAll(List<Member> members, Launcher launcher) throws InterruptedException {
        var failures = together(members.stream().filter(Member::isInfrastructure).toList(), launcher);
        return failures.isEmpty()
                ? together(members.stream().filter(member -> !member.isInfrastructure()).toList(), launcher)
                : failures;
    }

    private static List<Failure> together(List<Member> members, Launcher launcher) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var launches = members.stream().<Callable<Optional<Failure>>>map(member -> () -> launcher.launch(member));
            return threads.invokeAll(launches.toList())
                    .stream()
                    .map(Future::resultNow)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
