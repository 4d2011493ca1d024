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

/** Sends bytes that no HTTP client would send, on a new connection. */
record RawSocket(EntryPoint entryPoint) {

    private static final int TIMEOUT_MS = 10_000;

    static RawSocket to(EntryPoint entryPoint) {
        return new RawSocket(entryPoint);
    }

    /** Sends the characters as bytes, ends the output, and reads all responses until the server closes the connection. */
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

    /** The server may reset the connection after an early refusal. The bytes before the reset are the response. */
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
