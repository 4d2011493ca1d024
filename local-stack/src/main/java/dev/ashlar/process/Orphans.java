package dev.ashlar.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Servers that lost both the JVM that started them and its guard. */
public final class Orphans {

    private static final List<String> SERVERS = List.of("java", "postgres", "redis-server");

    private Orphans() {}

    /**
     * Kills each server that works in the folder or below it. A shell or an editor that was opened there is spared. Where
     * the system does not tell where a process works, as on macOS, nothing happens.
     */
    public static void killIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var place = folder.toRealPath();
        var orphans = ProcessHandle.allProcesses()
                .filter(process -> isServer(process) && worksIn(process).startsWith(place))
                .toList();
        orphans.forEach(ProcessHandle::destroyForcibly);
        orphans.forEach(orphan -> Signal.awaitEnd(orphan, Signal.AFTER_KILL));
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> SERVERS.contains(Path.of(command).getFileName().toString()))
                .isPresent();
    }

    private static Path worksIn(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
        } catch (IOException unknown) {
            return Path.of("");
        }
    }
}
