package dev.ashlar.localstack.up;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

import dev.ashlar.infrastructure.PartFailed;
import dev.ashlar.infrastructure.PortTaken;
import dev.ashlar.localstack.stack.Member;
import dev.ashlar.localstack.state.Run;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.StackFailure;
import dev.ashlar.localstack.state.Workspace;

/** Starts a process unless it runs already, and waits until it is ready. */
final class Launcher {

    private static final int PAUSE_MILLIS = 100;

    private final Workspace workspace;
    private final Runs runs;
    private final Undo undo;
    private final Progress progress;
    private final Duration patience;
    private final Stopwatch watch = Stopwatch.start();

    /** @param patience for all processes together, from now on */
    Launcher(Workspace workspace, Undo undo, Progress progress, Duration patience) {
        this.workspace = workspace;
        this.undo = undo;
        this.progress = progress;
        this.patience = patience;
        runs = new Runs(workspace);
    }

    /** @return why it is not ready, if so */
    Optional<Failure> launch(Member member) throws InterruptedException {
        try {
            var launched = runs.exclusively(member.name(), () -> startUnlessRunning(member));
            awaitReady(member, launched);
            member.provision();
            runs.ready(member.name());
            progress.enter(member.name(), launched.isOurs() ? Phase.READY : Phase.RUNS_ALREADY);
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            progress.enter(member.name(), Phase.FAILED);
            return Optional.of(new Failure(member.name(), reason(e), workspace.log(member.name())));
        }
    }

    private static String reason(Exception e) {
        return switch (e) {
            case StackFailure failure -> failure.getMessage();
            case PartFailed failure -> failure.getMessage();
            case PortTaken taken -> taken.getMessage();
            default -> e.toString();
        };
    }

    private Launched startUnlessRunning(Member member) throws IOException {
        var running = runs.find(member.name()).filter(Run::isAlive);
        if (running.isPresent()) {
            return Launched.before(running.get().process());
        }
        progress.enter(member.name(), Phase.PREPARING);
        Files.createDirectories(workspace.logs());
        member.prepare();
        progress.enter(member.name(), Phase.STARTING);
        return undo.start(member);
    }

    private void awaitReady(Member member, Launched process) throws InterruptedException {
        while (!member.isReady()) {
            if (!process.isAlive()) {
                throw new StackFailure("it " + process.end() + " before it was ready");
            }
            if (watch.elapsed().compareTo(patience) > 0) {
                throw new StackFailure(
                        "it was not ready within %d s, and goes on trying".formatted(patience.toSeconds()));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
