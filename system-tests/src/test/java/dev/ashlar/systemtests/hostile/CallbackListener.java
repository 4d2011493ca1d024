package dev.ashlar.systemtests.hostile;

import dev.ashlar.systemtests.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

/** Listens on an address of the attacker that the platform must not connect to. */
final class CallbackListener implements AutoCloseable {

    private final ServerSocket socket;

    CallbackListener() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://" + Http.HOST + ":" + socket.getLocalPort() + "/keys";
    }

    String authority() {
        return Http.HOST + ":" + socket.getLocalPort();
    }

    /** Earlier callers wait in the backlog, so this accepts one of them at once. */
    boolean wasCalled() throws IOException {
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
