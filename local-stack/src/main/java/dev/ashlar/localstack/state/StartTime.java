package dev.ashlar.localstack.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * When a process started. {@link ProcessHandle} alone will not do on Linux: its instant moves with the clock, and it takes a
 * zombie (dead, but not collected by its parent, as happens below a container's PID 1) for a living process.
 */
final class StartTime {

    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int TICKS = 19;

    private StartTime() {}

    static Optional<Long> of(long pid) {
        return Files.exists(PROC.resolve("self/stat")) ? fromKernel(pid) : fromHandle(pid);
    }

    private static Optional<Long> fromKernel(long pid) {
        try {
            var stat = Files.readString(PROC.resolve(pid + "/stat"));
            // The command's name, in parentheses, may hold anything: what follows it is plain. See proc(5).
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return "ZX".contains(fields[STATE]) ? Optional.empty() : Optional.of(Long.parseLong(fields[TICKS]));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<Long> fromHandle(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(Instant::toEpochMilli);
    }
}
