package dev.ashlar.localstack.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import dev.ashlar.localstack.supervisor.Event;
import dev.ashlar.localstack.supervisor.Event.Phase;
import dev.ashlar.localstack.command.Terminal.Colour;

/**
 * Shows the progress of each process. On a terminal it overwrites one line for each process. Elsewhere it prints a line
 * for each change.
 */
final class ProgressView implements Consumer<Event> {

    private static final long BETWEEN_REMINDERS = Duration.ofSeconds(15).toNanos();

    private final Terminal terminal;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private int painted;
    private long remindedAt = System.nanoTime();

    private record Line(Phase phase, long sinceNanos) {

        String seconds() {
            return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - sinceNanos) / 1e9);
        }

        boolean isOver() {
            return switch (phase) {
                case READY, RUNS_ALREADY, STOPPED, KILLED, FAILED -> true;
                case WAITING, PREPARING, STARTING, STOPPING -> false;
            };
        }

        String words() {
            return phase == Phase.KILLED
                    ? "stopped, killed after 20 s"
                    : phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    ProgressView(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void accept(Event event) {
        if (event.name() != null && event.phase() != null) {
            enter(event.name(), event.phase());
        } else if (!terminal.interactive()) {
            remind();
        }
        if (terminal.interactive()) {
            paint();
        }
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The time of a process counts from its preparation. */
    private void enter(String name, Phase phase) {
        var before = lines.get(name);
        var goesOn = before != null && !before.isOver() && before.phase() != Phase.WAITING;
        var line = new Line(phase, goesOn ? before.sinceNanos() : System.nanoTime());
        lines.put(name, line);
        remindedAt = System.nanoTime();
        if (!terminal.interactive()) {
            switch (phase) {
                case WAITING, PREPARING, STOPPING -> {
                    // The next phase reports it.
                }
                case STARTING, RUNS_ALREADY, STOPPED, KILLED -> terminal.out().println(name + ": " + line.words());
                case READY, FAILED -> terminal.out().printf("%s: %s after %s%n", name, line.words(), line.seconds());
            }
        }
    }

    private void remind() {
        if (System.nanoTime() - remindedAt > BETWEEN_REMINDERS) {
            remindedAt = System.nanoTime();
            terminal.out().println("waiting for " + String.join(", ", waitedFor()));
        }
    }

    private List<String> waitedFor() {
        return lines.entrySet()
                .stream()
                .filter(line -> !line.getValue().isOver() && line.getValue().phase() != Phase.WAITING)
                .map(line -> "%s (%s, %s)".formatted(line.getKey(), line.getValue().words(), line.getValue().seconds()))
                .toList();
    }

    private void paint() {
        if (painted > 0) {
            terminal.out().printf("\033[%dA", painted);
        }
        lines.forEach((name, line) -> terminal.out().printf("\033[2K%-20s %s %8s%n", name,
                terminal.paint(colour(line.phase()), "%-12s".formatted(line.words())),
                line.isOver() ? "" : line.seconds()));
        terminal.out().flush();
        painted = lines.size();
    }

    private static Colour colour(Phase phase) {
        return switch (phase) {
            case WAITING, STOPPED -> Colour.GREY;
            case PREPARING, STARTING, STOPPING -> Colour.YELLOW;
            case READY, RUNS_ALREADY -> Colour.GREEN;
            case KILLED, FAILED -> Colour.RED;
        };
    }
}
