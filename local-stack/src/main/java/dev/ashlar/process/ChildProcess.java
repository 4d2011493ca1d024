package dev.ashlar.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Starts processes that end with this JVM, even if it is killed. Ctrl-C in a terminal does not reach them. */
public final class ChildProcess {

    private static final long LONGEST_LOG = 32L << 20;
    /** The variables that a process inherits from the shell: enough to run, and none that changes its behaviour. */
    private static final List<String> INHERITED = List.of("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TZ",
            "XDG_CACHE_HOME");
    /** Used where there is no setsid, as on macOS. Ignored signals stay ignored after exec. */
    private static final List<String> DEAF = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");
    private static final List<String> SESSION = Arrays
            .stream(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
            .map(folder -> Path.of(folder, "setsid"))
            .filter(Files::isExecutable)
            .findFirst()
            .map(setsid -> List.of(setsid.toString()))
            .orElse(DEAF);

    private ChildProcess() {}

    /**
     * {@code setsid} replaces itself by the command, so the process is the command itself.
     *
     * @param log appended to; a log above 32 MiB is renamed to {@code .old} first
     */
    public static Process start(Path folder, Path log, Map<String, String> environment, List<String> command)
            throws IOException {
        return guarded(startToStay(folder, log, environment, command));
    }

    /** Starts a process whose output the caller reads. */
    public static Process startWithOutput(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        return guarded(builder(folder, environment, command).start());
    }

    private static Process guarded(Process process) throws IOException {
        try {
            Guard.OF_THIS_JVM.watch(process);
            return process;
        } catch (IOException unguarded) {
            process.destroyForcibly();
            throw unguarded;
        }
    }

    /** Starts a process that survives this JVM. */
    public static Process startToStay(Path folder, Path log, Map<String, String> environment, List<String> command)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return builder(folder, environment, command).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /**
     * Runs a program and waits for its end.
     *
     * @throws IOException if the program fails; the message contains its output
     */
    public static void run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("ashlar-", ".out");
        try {
            var process = start(folder, output, environment, command);
            try {
                if (process.waitFor() != 0) {
                    throw new IOException("%s ended with exit code %d%n%s".formatted(command.getFirst(),
                            process.exitValue(), Files.readString(output).strip()));
                }
            } finally {
                Signal.KILL.stop(process.toHandle(), Signal.AFTER_KILL); // if this thread was interrupted, kills the children too
            }
        } finally {
            Files.delete(output);
        }
    }

    private static ProcessBuilder builder(Path folder, Map<String, String> environment, List<String> command) {
        var builder = inOwnSession(command.toArray(String[]::new)).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(ofTheShell());
        builder.environment().putAll(environment);
        return builder;
    }

    /** The environment of every child process. */
    public static Map<String, String> ofTheShell() {
        var environment = new TreeMap<>(System.getenv());
        environment.keySet().retainAll(INHERITED);
        environment.put("LC_ALL", "C.UTF-8");
        return environment;
    }

    static ProcessBuilder inOwnSession(String... command) {
        return new ProcessBuilder(Stream.concat(SESSION.stream(), Arrays.stream(command)).toList());
    }
}
