package dev.ashlar.localstack.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Java;

/**
 * The JVM of a service, sized so that six of them can start together on a laptop. With C1 alone a start takes 7 s of CPU
 * time instead of 11 s. The small young generation saves 50 MiB (ADR 27).
 */
final class Jvm {

    private static final List<String> OPTIONS = List.of("-XX:+UseCompactObjectHeaders", "-Xms64m", "-Xmn32m",
            "-Xmx256m", "-XX:+ExitOnOutOfMemoryError",
            // The JVM compiles a method again if the cache lacks its code. The user can't correct that, so the warning is off.
            "-Xlog:aot+codecache*=off");

    private Jvm() {}

    static Process start(Path jar, List<String> more, Map<String, String> environment, Path folder, Path log)
            throws IOException {
        return ChildProcess.start(folder, log, environment, command(more, "-jar", jar.toString()));
    }

    /**
     * Runs a JVM and waits for its end.
     *
     * @throws IOException if the JVM fails; the message contains its output
     */
    static void run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        ChildProcess.run(folder, Map.of(), command(arguments));
    }

    /** The options of {@code ASHLAR_JVM_OPTIONS}, for benchmarks. They come last and override all others. */
    static List<String> additionalOptions(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("ASHLAR_JVM_OPTIONS", "").split(" "))
                .filter(option -> !option.isBlank())
                .toList();
    }

    private static List<String> command(List<String> more, String... program) {
        return Java.command(OPTIONS, Stream.concat(more.stream(), Stream.of(program)).toList());
    }
}
