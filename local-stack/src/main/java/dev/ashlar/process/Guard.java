package dev.ashlar.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Kills the watched processes after this JVM has ended. {@code kill -9} runs no shutdown hook, but closes the pipe that
 * the guard reads. The guard has its own session, so signals to the process group of the JVM do not reach it.
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

    /** Watches the process until it ends. Later the system may reuse its pid. */
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

    /** Starts a new guard if a user has killed the old one. */
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
