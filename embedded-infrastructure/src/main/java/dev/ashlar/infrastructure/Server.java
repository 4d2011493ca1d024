package dev.ashlar.infrastructure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts servers so that they live on without the JVM that started them: no pipes to it, and a session of their own,
 * which the Ctrl-C of its terminal does not reach.
 */
final class Server {

    /** macOS has none. */
    private static final boolean SETSID = isOnPath("setsid");

    private Server() {}

    static ProcessBuilder command(Path folder, Path log, List<String> command) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        return inOwnSession(command.toArray(String[]::new))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** The command takes the place of {@code setsid} by exec: the process is the command's. */
    static ProcessBuilder inOwnSession(String... command) {
        var session = SETSID ? Stream.of("setsid") : Stream.<String>empty();
        return new ProcessBuilder(Stream.concat(session, Arrays.stream(command)).toList());
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
