package dev.ashlar.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A signal by its POSIX name, without {@code SIG}. Java itself can send only two of them. */
public record Signal(String name) {

    public static final Signal KILL = new Signal("KILL");
    public static final Signal TERM = new Signal("TERM");
    /** QUIT is not among them: a JVM prints its threads. HUP is not either: PostgreSQL reads its configuration. */
    private static final Set<String> DEADLY = Set.of("KILL", "TERM", "INT", "ABRT");
    /** Children end by themselves when their parent is gone, unless they are busy. */
    private static final Duration FOR_CHILDREN = Duration.ofSeconds(1);
    static final Duration AFTER_KILL = Duration.ofSeconds(10);

    public static Signal parse(String text) {
        var name = text.toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
        if (!name.matches("[A-Z][A-Z0-9]*")) {
            throw new Misuse("'%s' is no signal, such as KILL, TERM or STOP".formatted(text));
        }
        return new Signal(name);
    }

    /** True if the signal should end a process. STOP and CONT, for example, do not. */
    public boolean ends() {
        return DEADLY.contains(name);
    }

    /**
     * Sends the signal by the kill command of the shell, since minimal systems have no other.
     *
     * @return false if there is no such process or signal
     */
    public boolean sendTo(ProcessHandle process) {
        try {
            return new ProcessBuilder("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("No shell to send a signal with", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Sends the signal and waits. Kills the process after the timeout, or at once after an interrupt. Children end as
     * well, because PostgreSQL works in children.
     *
     * @return true if the process ended without the kill
     */
    public boolean stop(ProcessHandle process, Duration timeout) {
        if (isGone(process)) {
            return true;
        }
        var family = Stream.concat(Stream.of(process), process.descendants()).toList();
        sendTo(process);
        var gently = awaitEnd(process, timeout);
        family.stream().filter(child -> !awaitEnd(child, gently ? FOR_CHILDREN : Duration.ZERO))
                .forEach(ProcessHandle::destroyForcibly);
        family.forEach(child -> awaitEnd(child, AFTER_KILL));
        return gently;
    }

    /** True if the process has ended and released its ports, even if its parent has not reaped it. */
    public static boolean isGone(ProcessHandle process) {
        return !process.isAlive() || isZombie(process);
    }

    /**
     * Java considers a zombie alive until its parent has reaped it. In some containers that never happens. The first
     * thread becomes a zombie at once, but sockets stay open until the last thread has ended: see proc_pid_stat(5).
     */
    private static boolean isZombie(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[0].equals("Z") && Integer.parseInt(fields[17]) <= 1;
        } catch (IOException goneOrNotLinux) {
            return false;
        }
    }

    public static boolean awaitEnd(ProcessHandle process, Duration timeout) {
        var deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (!isGone(process) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return isGone(process);
    }
}
