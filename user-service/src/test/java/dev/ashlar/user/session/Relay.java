package dev.ashlar.user.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A wire to a store that a test can cut. */
final class Relay {

    private final ServerSocket server;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    Relay() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    int port() {
        return server.getLocalPort();
    }

    void to(URI store) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    var near = server.accept();
                    var far = new Socket(store.getHost(), store.getPort());
                    copy(near, far);
                    copy(far, near);
                } catch (IOException e) {
                    cut();
                }
            }
        });
    }

    void cut() {
        close(server);
        sockets.forEach(Relay::close);
    }

    private void copy(Socket from, Socket to) {
        sockets.add(from);
        Thread.ofVirtual().start(() -> {
            try (from; to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                close(to); // the wire is cut, or one end has gone
            }
        });
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
