package dev.ashlar.systemtests.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Http;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** Bytes on a connection of their own, for what no HTTP client would send. */
record RawSocket(EntryPoint entryPoint) {

    private static final int TIMEOUT_MS = 10_000;

    static RawSocket to(EntryPoint entryPoint) {
        return new RawSocket(entryPoint);
    }

    /**
     * Sends the characters as bytes, says that no more will come, and reads until the other side has nothing more to say: so
     * whatever it took for a request is answered.
     */
    RawExchange send(String characters) {
        var received = new ByteArrayOutputStream();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Http.HOST, entryPoint.port()), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            talk(socket, characters, received);
        } catch (IOException e) {
            throw new UncheckedIOException("After " + received.toString(ISO_8859_1), e);
        }
        var exchange = new RawExchange(characters, RawResponse.all(received.toString(ISO_8859_1)));
        assertThat(exchange.status()).as("%s", exchange).isNotIn(500, 502, 503, 504);
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
