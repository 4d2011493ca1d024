package dev.ashlar.gateway.pressure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A raw client that sends and reads slowly, or not at all. */
record SlowClient(Socket socket) implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int SMALL_WINDOW = 4_096;

    /** @param address of the loopback network, such as {@code 127.0.0.2} */
    static SlowClient from(String address, int port) {
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(SMALL_WINDOW);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS / 2);
            return new SlowClient(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<SlowClient> crowd(int size, String address, int port) {
        return IntStream.range(0, size).mapToObj(_ -> from(address, port));
    }

    SlowClient send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SlowClient announceBody(String path, int length) {
        return send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n{");
    }

    /** Returns when the gateway starts to read the body. */
    SlowClient startBody(String path, int length) {
        send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
                + "Content-Length: " + length + "\r\n\r\n");
        try {
            var interim = socket.getInputStream().readNBytes("HTTP/1.1 100 \r\n\r\n".length());
            assertThat(new String(interim, ISO_8859_1)).startsWith("HTTP/1.1 100");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return send("{");
    }

    SlowClient get(String path) {
        return send("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    }

    /** Repeats the bytes until the gateway responds or closes the connection. */
    SlowClient trickle(String bytes) {
        await().pollInterval(Duration.ofMillis(500)).until(() -> {
            try {
                send(bytes);
                return socket.getInputStream().available() > 0;
            } catch (UncheckedIOException e) {
                return true;
            }
        });
        return this;
    }

    /** Reads until the gateway closes the connection. */
    String response() {
        var response = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(response);
        } catch (SocketException e) {
            response.writeBytes("(reset)".getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return response.toString(ISO_8859_1);
    }

    /** False if the gateway has closed the connection. Consumes one byte. */
    boolean isOpen() {
        try {
            socket.setSoTimeout(50);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
