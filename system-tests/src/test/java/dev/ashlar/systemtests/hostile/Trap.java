package dev.ashlar.systemtests.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

/** An address of the attacker's, which the platform must not be lured into calling. */
final class Trap implements AutoCloseable {

    private final ServerSocket socket;

    Trap() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://" + Door.HOST + ":" + socket.getLocalPort() + "/keys";
    }

    String authority() {
        return Door.HOST + ":" + socket.getLocalPort();
    }

    /** Callers that came in the meantime wait in the backlog: one would be there at once. */
    boolean caughtSomebody() throws IOException {
        try (var _ = socket.accept()) {
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
