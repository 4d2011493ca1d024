package dev.ashlar.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Kills the processes it was told of when this JVM is gone, however it went: {@code kill -9} runs no shutdown hook,
 * but it closes the pipe that the guard reads. The guard lives in a session of its own, so that what is sent to the
 * JVM's whole group spares it.
 */
final class Guard implements AutoCloseable {

    private static final String DISMISSED = "dismissed";
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=
            while read -r line; do
              if [ "$line" = %s ]; then exit; fi
              pids="$pids $line"
            done
            if [ -n "$pids" ]; then kill -9 $pids; fi
            """.formatted(DISMISSED);

    private final Writer orders;

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

    synchronized void watch(Process process) throws IOException {
        send(Long.toString(process.pid()));
    }

    /** Whatever is still to be killed then is for somebody else to kill. */
    @Override
    public synchronized void close() {
        try {
            send(DISMISSED);
            orders.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The guard of the started processes is gone", e);
        }
    }

    private void send(String line) throws IOException {
        orders.write(line + "\n");
        orders.flush();
    }
}
