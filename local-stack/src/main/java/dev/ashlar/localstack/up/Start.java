package dev.ashlar.localstack.up;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.ashlar.localstack.stack.Member;
import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.StackFailure;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.terminal.Terminal;

/** One start of any number of processes, from the look at their ports to the last one being ready. */
public final class Start {

    private final Workspace workspace;
    private final Terminal terminal;

    public Start(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    /**
     * @param members infrastructure first
     * @param patience for all of them together
     * @throws StackFailure if a port is taken, in which case nothing was started, or if not all became ready
     */
    public void all(List<Member> members, Duration patience) throws InterruptedException {
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

    /** Side by side, each as soon as what it needs is ready: without that it would only fail as well, and later. */
    private static List<Failure> launchAll(List<Member> members, Launcher launcher) throws InterruptedException {
        var launches = new LinkedHashMap<InstanceName, Future<Optional<Failure>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var member : members) {
                var needed = launches.entrySet()
                        .stream()
                        .filter(launch -> member.needs().contains(launch.getKey().name()))
                        .map(Entry::getValue)
                        .toList();
                launches.put(member.name(), threads.submit(() -> allReady(needed) ? launcher.launch(member) : none()));
            }
        }
        return launches.values().stream().map(Future::resultNow).flatMap(Optional::stream).toList();
    }

    private static boolean allReady(List<Future<Optional<Failure>>> launches)
            throws ExecutionException, InterruptedException {
        for (var launch : launches) {
            if (launch.get().isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** What was never started is no failure of its own. */
    private static Optional<Failure> none() {
        return Optional.empty();
    }
}
