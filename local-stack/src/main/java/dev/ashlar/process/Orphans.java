package dev.ashlar.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Kills servers that have lost their parent JVM and its guard. */
public final class Orphans {

    private static final List<String> SERVERS = List.of("java", "postgres", "redis-server");

    private Orphans() {}

    /**
     * Kills each server whose working folder is the given folder or below it. Spares shells and editors. Does nothing
     * where the system hides working folders, as on macOS.
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

    /** The system may name a process that is about to start or end {@code /}, which has no file name. */
    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName())
                .filter(name -> SERVERS.contains(name.toString()))
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
