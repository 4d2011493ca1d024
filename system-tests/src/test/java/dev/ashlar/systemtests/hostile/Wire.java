package dev.ashlar.systemtests.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** Bytes on a connection of their own, for what no HTTP client would send. */
record Wire(Door door) {

    private static final int PATIENCE_MS = 10_000;

    static Wire to(Door door) {
        return new Wire(door);
    }

    /**
     * Sends the characters as bytes, says that no more will come, and reads until the other side has nothing more to say: so
     * whatever it took for a request is answered.
     */
    Exchange send(String characters) {
        var received = new ByteArrayOutputStream();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Door.HOST, door.port()), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            talk(socket, characters, received);
        } catch (IOException e) {
            throw new UncheckedIOException("After " + received.toString(ISO_8859_1), e);
        }
        var exchange = new Exchange(characters, WireAnswer.all(received.toString(ISO_8859_1)));
        HostileRequests.count(exchange.toString(), exchange.status(), 501, 505);
        return exchange;
    }

    /** Who refuses in the middle of a request may reset the connection: what came before counts. */
    private static void talk(Socket socket, String characters, ByteArrayOutputStream received) throws IOException {
        try {
            socket.getOutputStream().write(characters.getBytes(ISO_8859_1));
            socket.shutdownOutput();
        } catch (SocketException e) {
            received.reset();
        }
        try {
            socket.getInputStream().transferTo(received);
        } catch (SocketException e) {
            if (received.size() == 0) {
                throw e;
            }
        }
    }
}
