package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL's main process on one data folder, as {@code postmaster.pid} remembers it. */
record Postmaster(Path data) {

    private static final Duration UNTIL_ORPHANS_ARE_GONE = Duration.ofSeconds(5);

    /**
     * Clears up after a {@code kill -9}. PostgreSQL refuses to start while a backend of the dead server is still busy
     * with its last query; and when the old process id has gone to a stranger meanwhile, which it takes for a server.
     */
    void buryIfDead() throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file) || isAlive(file)) {
            return;
        }
        var folder = data.toRealPath();
        ProcessHandle.allProcesses()
                .filter(process -> isPostgres(process) && folder.equals(workingDirectory(process)))
                .forEach(orphan -> Stops.stop(orphan, "KILL", UNTIL_ORPHANS_ARE_GONE));
        Files.deleteIfExists(file);
    }

    private boolean isAlive(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> !Stops.isGone(process))
                    .filter(Postmaster::isPostgres)
                    .isPresent();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
    }

    /**
     * Each process of PostgreSQL works in its data folder. Where the system does not tell, orphans end by themselves,
     * with their query.
     */
    private static Path workingDirectory(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
        } catch (IOException unknown) {
            return Path.of("");
        }
    }
}
