package dev.ashlar.localstack.stack;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JVM of a service: sized for six of them that start at once on a laptop. Compiling with C1 alone takes 11 s of CPU time for a
 * start instead of 18, the small young generation 50 MiB less memory; {@code ASHLAR_JVM_OPTIONS} has the last word, for
 * benchmarks.
 */
final class Jvm {

    static final String EXECUTABLE = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmn32m", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");

    private Jvm() {}

    static Process start(Path jar, Map<String, String> environment, Path log) throws IOException {
        var java = Stream.of(List.of(EXECUTABLE), OPTIONS, additionalOptions(), List.of("-jar", jar.toString()))
                .flatMap(List::stream)
                .toList();
        var builder = new ProcessBuilder(Detached.command(java)).redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static List<String> additionalOptions() {
        return Arrays.stream(System.getenv().getOrDefault("ASHLAR_JVM_OPTIONS", "").split(" "))
                .filter(option -> !option.isBlank())
                .toList();
    }
}
