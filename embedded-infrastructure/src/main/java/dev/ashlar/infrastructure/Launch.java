package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts parts side by side, all or none. */
record Launch(Path logs, Guard guard, Queue<RunningPart> running) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Launch(Path logs, Guard guard) {
        this(logs, guard, new ConcurrentLinkedQueue<>());
    }

    List<RunningPart> all(List<Part> parts) throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var launch : threads.invokeAll(parts.stream().map(this::launch).toList())) {
                finish(launch);
            }
            return List.copyOf(running);
        } catch (IOException | InterruptedException | RuntimeException e) {
            running.forEach(RunningPart::stop);
            guard.close();
            throw e;
        }
    }

    private Callable<RunningPart> launch(Part part) {
        return () -> {
            part.prepare();
            var log = logs.resolve(part.name() + ".log");
            var started = new RunningPart(part, part.start(log));
            running.add(started);
            guard.watch(started.process());
            Startup.await(part, started.process(), log, PATIENCE);
            part.provision();
            return started;
        };
    }

    private static void finish(Future<RunningPart> launch) throws IOException, InterruptedException {
        try {
            launch.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException failed -> throw failed;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
