package dev.ashlar.localstack.stack;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.ashlar.localstack.state.StackFailure;

/**
 * The JVM of a service: sized for six of them that start at once on a laptop. Compiling with C1 alone takes 7 s of CPU time for a
 * start instead of 11, the small young generation 50 MiB less memory (ADR 27).
 */
final class Jvm {

    static final String EXECUTABLE = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmn32m", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError",
            // A method whose compiled form is not in the cache is compiled anew: nothing that its user could mend.
            "-Xlog:aot+codecache*=off");

    private Jvm() {}

    /** Starts a jar, detached from this process. */
    static Process start(Path jar, List<String> more, Map<String, String> environment, Path log) throws IOException {
        var builder = new ProcessBuilder(Detached.command(command(more, List.of("-jar", jar.toString()))))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /**
     * Runs a JVM to its end.
     *
     * @throws StackFailure if it fails, with what it said
     */
    static void run(List<String> arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command(arguments)).redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new StackFailure("The JVM ended with %d: %s".formatted(process.exitValue(), output.strip()));
        }
    }

    /** What {@code ASHLAR_JVM_OPTIONS} has to say, for benchmarks: it comes last and so has the last word. */
    static List<String> additionalOptions() {
        return Arrays.stream(System.getenv().getOrDefault("ASHLAR_JVM_OPTIONS", "").split(" "))
                .filter(option -> !option.isBlank())
                .toList();
    }

    @SafeVarargs
    private static List<String> command(List<String>... parts) {
        return Stream.concat(Stream.of(List.of(EXECUTABLE), OPTIONS), Arrays.stream(parts))
                .flatMap(List::stream)
                .toList();
    }
}
