package dev.ashlar.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line. Its stack has its own ports and its own folder. */
public final class Ashlar {

    /** Added to every port of the stack. */
    public static final int PORT_OFFSET = 500;

    private static final Path ROOT = Path.of(System.getProperty("repository.root"));
    private static final Path HOME = Path.of(System.getProperty("stack.home"));
    private static final long MINUTES = 5;

    private Ashlar() {}

    /** Runs a command and returns its standard output. */
    public static String run(String... arguments) {
        return with(Map.of(), arguments);
    }

    /** Runs a command with additional environment variables, which the services that it starts inherit. */
    private static String with(Map<String, String> environment, String... arguments) {
        try {
            Files.createDirectories(HOME);
            var output = Files.createTempFile(HOME, "command", ".out");
            var errors = Files.createTempFile(HOME, "command", ".err");
            var builder = process(arguments);
            builder.environment().putAll(environment);
            var process = builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new AssertionError("ashlar " + List.of(arguments) + " failed:\n" + Files.readString(output, UTF_8)
                        + Files.readString(errors, UTF_8));
            }
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills processes at the same time with {@code kill -9}. */
    public static void kill(List<String> names) {
        var supervisor = SupervisorControl.of(HOME.resolve("state/supervisor.json"));
        names.parallelStream().forEach(supervisor::kill);
    }

    /** Starts processes side by side. Returns when all are ready. */
    public static void start(List<String> names) {
        startWith(Map.of(), names);
    }

    /** As {@link #start}, with additional environment variables for the processes. */
    public static void startWith(Map<String, String> environment, List<String> names) {
        with(environment, Stream.concat(Stream.of("start"), names.stream()).toArray(String[]::new));
    }

    /** The log of the first instance of a process. Reads the file: {@code ashlar logs} takes a second of CPU time. */
    public static String log(String name) {
        try {
            return Files.readString(HOME.resolve("state/logs/" + name + "-1.log"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills a process, runs the check, and starts the process again. */
    public static void whileKilled(String name, Runnable check) {
        run("kill", name);
        try {
            check.run();
        } finally {
            run("start", name);
        }
    }

    /** Freezes a process, runs the check, and lets the process continue. */
    public static void whileFrozen(String name, Runnable check) {
        run("kill", name, "--signal", "STOP");
        try {
            check.run();
        } finally {
            run("kill", name, "--signal", "CONT");
        }
    }

    private static ProcessBuilder process(String... arguments) {
        var command = Stream.concat(Stream.of(ROOT.resolve("ashlar").toString()), Stream.of(arguments)).toList();
        var process = new ProcessBuilder(command).directory(ROOT.toFile());
        process.environment().put("ASHLAR_HOME", HOME.resolve("state").toString());
        process.environment().put("ASHLAR_PORT_OFFSET", Integer.toString(PORT_OFFSET));
        process.environment().put("ASHLAR_BUILD", "never");
        process.environment().keySet().removeIf(name -> name.startsWith("LIMITS_"));
        return process;
    }
}
