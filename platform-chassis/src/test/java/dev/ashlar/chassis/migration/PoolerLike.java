package dev.ashlar.chassis.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/** Does to a log-in what a connection pooler does: tells the client a process number that is not the server's. */
final class PoolerLike implements AutoCloseable {

    /** BackendKeyData of PostgreSQL's protocol: its type and its length, before the process number. */
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
            // closed: the test is over
        }
    }

    private static void pass(Socket from, Socket to, boolean answers) {
        try (from; to) {
            pass(from.getInputStream(), to.getOutputStream(), answers);
        } catch (IOException _) {
            // one end has gone, and takes the other one with it
        }
    }

    private static void pass(InputStream from, OutputStream to, boolean answers) throws IOException {
        var bytes = new byte[8_192];
        for (var read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            if (answers) {
                changeProcessNumber(bytes, read);
            }
            to.write(bytes, 0, read);
        }
    }

    private static void changeProcessNumber(byte[] bytes, int length) {
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
