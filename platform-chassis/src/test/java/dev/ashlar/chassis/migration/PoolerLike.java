package dev.ashlar.chassis.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/** Behaves like a connection pooler at login: it reports a process id that is not the server's. */
final class PoolerLike implements AutoCloseable {

    /** BackendKeyData of PostgreSQL's protocol: its type and its length, before the process id. */
    private static final byte[] KEY_DATA = {'K', 0, 0, 0, 12};

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String host;
    private final int port;

    PoolerLike(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        try {
            while (!entrance.isClosed()) {
                var client = entrance.accept();
                var server = new Socket(host, port);
                Thread.startVirtualThread(() -> pass(client, server, false));
                Thread.startVirtualThread(() -> pass(server, client, true));
            }
        } catch (IOException _) {
            // closed at the end of the test
        }
    }

    private static void pass(Socket from, Socket to, boolean responses) {
        try (from; to) {
            pass(from.getInputStream(), to.getOutputStream(), responses);
        } catch (IOException _) {
            // one end has closed, so the other one closes, too
        }
    }

    private static void pass(InputStream from, OutputStream to, boolean responses) throws IOException {
        var bytes = new byte[8_192];
        for (var read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            if (responses) {
                changeProcessId(bytes, read);
            }
            to.write(bytes, 0, read);
        }
    }

    private static void changeProcessId(byte[] bytes, int length) {
        for (var at = 0; at <= length - 13; at++) {
            if (Arrays.equals(bytes, at, at + KEY_DATA.length, KEY_DATA, 0, KEY_DATA.length)) {
                bytes[at + KEY_DATA.length + 3] ^= 1;
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
