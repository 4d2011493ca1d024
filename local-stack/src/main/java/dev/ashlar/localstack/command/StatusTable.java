package dev.ashlar.localstack.command;

import java.time.Duration;
import java.util.Objects;

import dev.ashlar.localstack.supervisor.StatusReport.ProcessStatus;
import dev.ashlar.localstack.supervisor.StatusReport.State;
import dev.ashlar.localstack.supervisor.StatusReport;
import dev.ashlar.localstack.command.Terminal.Colour;

final class StatusTable {

    private static final long MIB = 1024 * 1024;

    private final Terminal terminal;

    StatusTable(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(StatusReport report) {
        row("NAME", pad("STATE"), "PID", "PORT", "UPTIME", "MEMORY");
        for (var process : report.processes()) {
            var name = process.instance() == 1 ? process.name() : process.name() + "#" + process.instance();
            row(name, terminal.paint(colour(process.state()), pad(process.state().toString())),
                    Objects.toString(process.pid(), "-"),
                    Integer.toString(process.port()), uptime(process), memory(process));
        }
        printAccess(report);
    }

    /** Prints addresses and accounts. */
    void printAccess(StatusReport report) {
        terminal.out().println();
        report.addresses().forEach((name, address) -> terminal.out().printf("%-20s %s%n", name, address));
        if (!report.credentials().isEmpty()) {
            terminal.out().println();
        }
        report.credentials()
                .forEach(account -> terminal.out()
                        .printf("%-20s %s  %s%n", account.role(), account.email(), account.password()));
    }

    private void row(String name, String state, String pid, String port, String uptime, String memory) {
        terminal.out().printf("%-20s %s %8s %6s %9s %9s%n", name, state, pid, port, uptime, memory);
    }

    /** Pads before the colour is added, because colour codes would count as width. */
    private static String pad(String state) {
        return "%-9s".formatted(state);
    }

    private static Colour colour(State state) {
        return switch (state) {
            case READY -> Colour.GREEN;
            case STARTING -> Colour.YELLOW;
            case UNHEALTHY, FAILED -> Colour.RED;
            case STOPPED -> Colour.GREY;
        };
    }

    private static String uptime(ProcessStatus process) {
        if (process.uptimeSeconds() == null) {
            return "-";
        }
        var uptime = Duration.ofSeconds(process.uptimeSeconds());
        return "%d:%02d:%02d".formatted(uptime.toHours(), uptime.toMinutesPart(), uptime.toSecondsPart());
    }

    private static String memory(ProcessStatus process) {
        return process.rssBytes() == null ? "-" : process.rssBytes() / MIB + " MiB";
    }
}
