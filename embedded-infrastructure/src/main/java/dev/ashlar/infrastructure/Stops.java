package dev.ashlar.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Stops a process as politely as it lets itself be stopped. */
public final class Stops {

    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private Stops() {}

    /**
     * Sends the signal, waits, and kills what is still there. An interrupt ends the patience at once.
     *
     * @param signal name without {@code SIG}, such as {@code TERM}
     * @return whether the process went by itself, without the kill
     */
    public static boolean stop(ProcessHandle process, String signal, Duration patience) {
        if (isGone(process)) {
            return true;
        }
        send(process, signal);
        if (goesWithin(process, patience)) {
            return true;
        }
        process.destroyForcibly();
        goesWithin(process, AFTER_KILL);
        return false;
    }

    /**
     * Whether the process has ended and let go of its ports. One that its parent has not buried yet counts as ended.
     */
    public static boolean isGone(ProcessHandle process) {
        return !process.isAlive() || ProcStat.of(process).filter(ProcStat::isDead).isPresent();
    }

    private static boolean goesWithin(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!isGone(process) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return isGone(process);
    }

    private static void send(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("No shell to send a signal with", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
