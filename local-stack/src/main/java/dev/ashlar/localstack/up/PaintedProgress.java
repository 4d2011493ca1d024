package dev.ashlar.localstack.up;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.terminal.Terminal;

/** A line for each process, painted again and again while it starts. */
final class PaintedProgress implements Progress {

    private static final int FRAME_MILLIS = 100;

    private final Terminal terminal;
    private final Map<InstanceName, Line> lines = new LinkedHashMap<>();
    private final Thread painter;
    private boolean closed;

    private record Line(Phase phase, Stopwatch watch, String finalTime) {

        String time() {
            return switch (phase) {
                case WAITING, RUNS_ALREADY -> "";
                case PREPARING, STARTING -> watch.seconds();
                case READY, FAILED -> finalTime;
            };
        }
    }

    PaintedProgress(Terminal terminal, List<InstanceName> names) {
        this.terminal = terminal;
        names.forEach(name -> lines.put(name, new Line(Phase.WAITING, Stopwatch.start(), "")));
        print();
        painter = Thread.ofVirtual().start(this::paint);
    }

    @Override
    public synchronized void enter(InstanceName name, Phase phase) {
        lines.computeIfPresent(name, (_, line) -> {
            var watch = line.phase() == Phase.WAITING ? Stopwatch.start() : line.watch();
            return new Line(phase, watch, watch.seconds());
        });
    }

    @Override
    public synchronized void close() {
        repaint();
        closed = true;
        painter.interrupt();
    }

    private void paint() {
        try {
            while (true) {
                Thread.sleep(FRAME_MILLIS);
                repaint();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void repaint() {
        if (closed) {
            return;
        }
        terminal.out().printf("\033[%dA", lines.size());
        print();
    }

    private void print() {
        lines.forEach((name, line) -> terminal.out()
                .printf("\033[2K%-20s %s %8s%n", name,
                        terminal.paint(line.phase().colour(), "%-12s".formatted(line.phase())), line.time()));
        terminal.out().flush();
    }
}
