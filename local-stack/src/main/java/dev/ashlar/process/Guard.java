package dev.ashlar.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Kills the processes that it watches when this JVM is gone. {@code kill -9} runs no shutdown hook, but it closes the
 * pipe that the guard reads. The guard lives in a session of its own: what is sent to the JVM's group spares it.
 */
final class Guard {

    static final Guard OF_THIS_JVM = new Guard();
    static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=' '
            while read -r order pid; do
              case $order in
                watch) pids="$pids$pid " ;;
                forget) pids="${pids%% $pid *} ${pids#* $pid }" ;;
              esac
            done
            if [ "$pids" != ' ' ]; then kill -9 $pids; fi
            """;

    private final Set<Long> watched = new HashSet<>();
    private Writer orders = Writer.nullWriter();
    private boolean posted;

    /** Until the process ends: the system may give its id to another process then. */
    synchronized void watch(Process process) throws IOException {
        watched.add(process.pid());
        tell("watch " + process.pid());
        process.onExit().thenAccept(this::forget);
    }

    private synchronized void forget(Process ended) {
        watched.remove(ended.pid());
        try {
            tell("forget " + ended.pid());
        } catch (IOException e) {
            throw new UncheckedIOException("No guard for the started processes", e);
        }
    }

    /** A guard that somebody has killed is replaced. */
    private void tell(String order) throws IOException {
        if (posted) {
            try {
                write(order);
                return;
            } catch (IOException guardIsGone) {
                posted = false;
            }
        }
        orders = ChildProcess.inOwnSession("/bin/sh", "-c", SCRIPT)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .outputWriter(StandardCharsets.US_ASCII);
        posted = true;
        for (var pid : watched) {
            write("watch " + pid);
        }
    }

    private void write(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
    }
}
