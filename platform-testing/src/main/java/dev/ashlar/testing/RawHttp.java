package dev.ashlar.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends HTTP/1.1 requests as bytes. So a test can send requests that an HTTP client would correct or refuse. */
public record RawHttp(int port) {

    /** Longer than the 20 s that a service waits for the rest of a body, so the service ends the connection. */
    private static final int TIMEOUT_MILLIS = 40_000;

    /**
     * Sends a request without a body.
     *
     * @param start method and target, such as {@code GET /health}
     * @param headers whole lines, such as {@code Accept: text/html}
     */
    public RawResponse send(String start, String... headers) {
        return send(start, List.of(headers), new byte[0]);
    }

    /** Sends a request with a JSON body. */
    public RawResponse json(String start, String body, String... headers) {
        return json(start, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** @see #json(String, String, String...) */
    public RawResponse json(String start, byte[] body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/json");
        return send(start, all, body);
    }

    /** Sends a request with its length, where it has a body. */
    public RawResponse send(String start, List<String> headers, byte[] body) {
        var all = new ArrayList<>(headers);
        all.add("Host: 127.0.0.1:" + port);
        if (body.length > 0) {
            all.add("Content-Length: " + body.length);
        }
        return exactly(start, all, body);
    }

    /** Sends a request in one chunk, without its length. */
    public RawResponse chunked(String start, List<String> headers, byte[] body) {
        var all = new ArrayList<>(headers);
        all.add("Host: 127.0.0.1:" + port);
        all.add("Transfer-Encoding: chunked");
        var chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(ISO_8859_1));
        chunk.writeBytes(body);
        chunk.writeBytes("\r\n0\r\n\r\n".getBytes(ISO_8859_1));
        return exactly(start, all, chunk.toByteArray());
    }

    /** Adds nothing but {@code Connection: close}. */
    public RawResponse exactly(String start, List<String> headers, byte[] body) {
        var head = new StringBuilder(start).append(" HTTP/1.1\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        head.append("Connection: close\r\n\r\n");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(head.toString().getBytes(ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return RawResponse.read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(start, e);
        }
    }
}
