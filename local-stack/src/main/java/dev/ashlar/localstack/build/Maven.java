package dev.ashlar.localstack.build;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.ashlar.process.StackFailure;

/**
 * Packages modules and their dependencies, without tests.
 *
 * @param interactive true if {@code out} is a terminal, on which a line can be overwritten
 */
public record Maven(Path repository, Path log, PrintStream out, boolean interactive) {

    private static final Pattern MODULE = Pattern.compile("\\[INFO\\] Building (\\S.*?) \\S+ *(\\[.*\\])?");

    void packageModules(List<String> modules) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        out.printf("Building %s (log: %s)%n", String.join(" ", modules), log);
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder("mvn", "-B", "-f", repository.resolve("pom.xml").toString(), "-pl",
                String.join(",", modules), "-am", "-Dmaven.test.skip=true", "-Dformatter.skip=true",
                "-Dcyclonedx.skip=true", "package")
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // A short run is faster without C2. The options of the user come last and override these.
        builder.environment().merge("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                (own, ours) -> ours + " " + own);
        Process maven;
        try {
            maven = builder.start();
        } catch (IOException e) {
            throw new StackFailure("Maven (mvn) is not installed, and something has to be built", e);
        }
        var ended = new Thread(() -> destroy(maven));
        Runtime.getRuntime().addShutdownHook(ended);
        try {
            maven.getOutputStream().close();
            var printed = follow(maven, begun);
            if (maven.waitFor() != 0) {
                throw new StackFailure("%s%nThe build failed after %d s; its log is %s".formatted(errors(printed),
                        seconds(begun), log));
            }
            out.printf("Built in %d s%n", seconds(begun));
        } finally {
            destroy(maven);
            Runtime.getRuntime().removeShutdownHook(ended);
        }
    }

    private static void destroy(Process maven) {
        maven.descendants().forEach(ProcessHandle::destroy);
        maven.destroy();
    }

    private List<String> follow(Process maven, long begun) throws IOException {
        var printed = new ArrayList<String>();
        try (var lines = maven.inputReader(StandardCharsets.UTF_8); var copy = Files.newBufferedWriter(log)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line + "\n");
                copy.flush();
                printed.add(line);
                var module = MODULE.matcher(line);
                if (interactive && module.matches()) {
                    out.printf("\r\033[K  %d s %s", seconds(begun), module.group(1));
                    out.flush();
                }
            }
        }
        if (interactive) {
            out.print("\r\033[K");
        }
        return printed;
    }

    /** Skips the text after the first empty line, which is advice about Maven. */
    private static String errors(List<String> printed) {
        var errors = printed.stream()
                .filter(line -> line.startsWith("[ERROR]"))
                .takeWhile(line -> !line.strip().equals("[ERROR]"))
                .filter(line -> !line.endsWith("-> [Help 1]"))
                .distinct() // the compiler prints an error, and Maven repeats it at the end
                .toList();
        return String.join("\n",
                errors.isEmpty() ? printed.subList(Math.max(0, printed.size() - 20), printed.size()) : errors);
    }

    private static long seconds(long begun) {
        return (System.nanoTime() - begun) / 1_000_000_000;
    }
}
