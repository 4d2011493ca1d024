package dev.ashlar.localstack.training;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import dev.ashlar.localstack.stack.FreeOffset;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.stack.Training;
import dev.ashlar.localstack.state.Lock;
import dev.ashlar.localstack.state.StackFailure;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code train}: makes the AOT caches that are missing. Once for each build, for those who start it often (ADR 27). */
@Command(name = "train", description = "Let the services rehearse, so that they start in half the time.")
public final class TrainCommand implements Callable<Integer> {

    /** Each takes one core for some 15 s. */
    private static final int AT_ONCE = 2;

    private final Workspace workspace;
    private final Terminal terminal;

    public TrainCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return new Lock(workspace.applications().resolve("training.lock")).holding(this::train);
    }

    private int train() throws IOException {
        var missing = Stack.of(workspace).trainings().stream().filter(training -> !training.isDone()).toList();
        try {
            if (!missing.isEmpty()) {
                terminal.out().println("A training run, stopped again when it is done: start, orders, stop");
                new Rehearsal(workspace.rehearsal(FreeOffset.find())).perform();
                finish(missing);
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }

    private void finish(List<Training> trainings) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var cache : threads.invokeAll(trainings.stream().map(this::finish).toList())) {
                cache.get();
            }
        } catch (ExecutionException e) {
            throw new StackFailure("A cache could not be made: " + e.getCause().getMessage(), e);
        }
    }

    private Callable<Void> finish(Training training) {
        return () -> {
            training.finish();
            terminal.out().println(training.service() + ": has learnt its start");
            return null;
        };
    }
}
