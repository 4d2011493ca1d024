package dev.ashlar.localstack.stop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

import dev.ashlar.infrastructure.Stops;
import dev.ashlar.localstack.stack.Member;
import dev.ashlar.localstack.stack.Upstreams;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.StackFailure;
import dev.ashlar.localstack.state.Workspace;

/** Ends processes as gently as they let themselves be ended: services first, then what they stand on. */
public final class Shutdown {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private final Runs runs;
    private final Upstreams upstreams;
    private final Duration patience;
    private final BiConsumer<Member, Boolean> stopped;

    /** @param stopped told of each process that is gone, and whether it went by itself rather than by a kill */
    public Shutdown(Workspace workspace, BiConsumer<Member, Boolean> stopped) {
        this(workspace, PATIENCE, stopped);
    }

    /** @param patience how long a process may take to end, before it is killed */
    public Shutdown(Workspace workspace, Duration patience, BiConsumer<Member, Boolean> stopped) {
        runs = new Runs(workspace);
        upstreams = new Upstreams(workspace);
        this.patience = patience;
        this.stopped = stopped;
    }

    /** Returns when every process is gone, and forgets them. */
    public void stop(List<Member> members) throws InterruptedException {
        stopTogether(members.stream().filter(member -> !member.isInfrastructure()).toList());
        stopTogether(members.stream().filter(Member::isInfrastructure).toList());
    }

    private void stopTogether(List<Member> members) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var stop : threads.invokeAll(members.stream().map(this::stopOf).toList())) {
                stop.get();
            }
        } catch (ExecutionException e) {
            throw new StackFailure("Not everything could be stopped: " + e.getCause().getMessage(), e);
        }
    }

    private Callable<Void> stopOf(Member member) {
        return () -> {
            var process = runs.process(member.name());
            if (process.isPresent()) {
                runs.stopping(member.name());
                upstreams.update();
                stopped.accept(member, end(process.get(), member.stopSignal()));
            }
            runs.forget(member.name());
            return null;
        };
    }

    private boolean end(ProcessHandle process, String signal) throws InterruptedException {
        var tree = ProcessTree.of(process);
        var gently = Stops.stop(process, signal, patience);
        if (!tree.awaitEnd(AFTER_KILL)) {
            throw new StackFailure(
                    "process %d, or a child of it, does not even end when killed".formatted(process.pid()));
        }
        return gently;
    }
}
