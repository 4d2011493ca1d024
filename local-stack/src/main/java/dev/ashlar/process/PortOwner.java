package dev.ashlar.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out, as well as this user may, which process listens on a port. See proc_net(5). */
public final class PortOwner {

    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    /** @return for people: {@code java (pid 4711)}, or {@code another process} where that cannot be known */
    public static String of(int port) {
        return process(port).map(process -> "%s (pid %d)".formatted(command(process), process.pid()))
                .orElse("another process");
    }

    /** Empty if the process belongs to another user, or the system does not tell. */
    public static Optional<ProcessHandle> process(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/net", table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[STATE].equals(LISTEN)
                        && fields[ADDRESS].endsWith(":%04X".formatted(port)))
                .flatMap(fields -> holder("socket:[" + fields[INODE] + "]").stream())
                .findFirst();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException notLinux) {
            return Stream.empty();
        }
    }

    private static Optional<ProcessHandle> holder(String socket) {
        return ProcessHandle.allProcesses().filter(process -> holds(process, socket)).findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        var descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (var open = Files.list(descriptors)) {
            return open.anyMatch(descriptor -> target(descriptor).equals(socket));
        } catch (IOException | UncheckedIOException goneOrSomebodyElses) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static String command(ProcessHandle process) {
        return process.info().command().map(Path::of).map(Path::getFileName).map(Path::toString).orElse("a process");
    }
}
