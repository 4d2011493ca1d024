package dev.ashlar.localstack.up;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.terminal.Terminal;

/** A line for each change, for files and pipes. */
final class LineProgress implements Progress {

    private final Terminal terminal;
    private volatile boolean closed;
    private final Map<InstanceName, Stopwatch> watches = new ConcurrentHashMap<>();

    LineProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void enter(InstanceName name, Phase phase) {
        var watch = watches.computeIfAbsent(name, _ -> Stopwatch.start());
        if (closed) {
            return;
        }
        switch (phase) {
            case WAITING, PREPARING -> {
                // Said by what follows.
            }
            case STARTING, RUNS_ALREADY -> terminal.out().printf("%s: %s%n", name, phase);
            case READY, FAILED -> terminal.out().printf("%s: %s after %s%n", name, phase, watch.seconds());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
