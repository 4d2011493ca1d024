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
 * The JVM of a service: sized for six of them that start at once on a laptop. Compiling with C1 alone takes 7 s of CPU time for a
 * start instead of 11, the small young generation 50 MiB less memory (ADR 27).
 */
final class Jvm {

    private static final List<String> OPTIONS = List.of("-XX:+UseCompactObjectHeaders", "-Xms64m", "-Xmn32m",
            "-Xmx256m", "-XX:+ExitOnOutOfMemoryError",
            // A method whose compiled form is not in the cache is compiled anew: nothing that its user could mend.
            "-Xlog:aot+codecache*=off");

    private Jvm() {}

    static Process start(Path jar, List<String> more, Map<String, String> environment, Path folder, Path log)
            throws IOException {
        return ChildProcess.start(folder, log, environment, command(more, "-jar", jar.toString()));
    }

    /**
     * Runs a JVM to its end.
     *
     * @throws IOException if it fails, with what it said
     */
    static void run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        ChildProcess.run(folder, Map.of(), command(arguments));
    }

    /** What {@code ASHLAR_JVM_OPTIONS} has to say, for benchmarks: it comes last and so has the last word. */
    static List<String> additionalOptions(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("ASHLAR_JVM_OPTIONS", "").split(" "))
                .filter(option -> !option.isBlank())
                .toList();
    }

    private static List<String> command(List<String> more, String... program) {
        return Java.command(OPTIONS, Stream.concat(more.stream(), Stream.of(program)).toList());
    }
}
