package dev.ashlar.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Kills the processes that it watches when this JVM is gone, however it went: {@code kill -9} runs no shutdown hook,
 * but it closes the pipe that the guard reads. The guard lives in a session of its own, so that what is sent to the
 * JVM's whole group spares it.
 */
final class Guard implements AutoCloseable {

    static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=' '
            while read -r order pid; do
              case $order in
                watch) pids="$pids$pid " ;;
                forget) pids="${pids%% $pid *} ${pids#* $pid }" ;;
                dismiss) exit ;;
              esac
            done
            if [ "$pids" != ' ' ]; then kill -9 $pids; fi
            """;

    private final Writer orders;
    private boolean closed;

    private Guard(Writer orders) {
        this.orders = orders;
    }

    static Guard post() throws IOException {
        var shell = Server.inOwnSession("sh", "-c", SCRIPT)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Guard(shell.outputWriter(StandardCharsets.US_ASCII));
    }

    /** Until the process ends: the system may give its id to a stranger then. */
    synchronized void watch(Process process) throws IOException {
        send("watch " + process.pid());
        process.onExit().thenAccept(this::forget);
    }

    private synchronized void forget(Process ended) {
        if (closed) {
            return;
        }
        try {
            send("forget " + ended.pid());
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /** Whatever is still to be killed then is for somebody else to kill. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            send("dismiss");
            orders.close();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private static UncheckedIOException gone(IOException e) {
        return new UncheckedIOException("The guard of the started processes is gone", e);
    }

    private void send(String line) throws IOException {
        orders.write(line + "\n");
        orders.flush();
    }
}
