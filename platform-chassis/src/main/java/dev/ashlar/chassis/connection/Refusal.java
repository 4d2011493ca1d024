package dev.ashlar.chassis.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The response to a connection too many, before anything is read of it. The connection is closed a second later: closed at once, it
 * would be reset by the request that is on its way, and the client might not see the response.
 */
final class Refusal {

    private static final Logger log = LoggerFactory.getLogger(Refusal.class);
    private static final int MAX_OPEN = 200;
    private static final String BODY = """
            {"type":"about:blank","title":"Too Many Requests","status":429,\
            "detail":"Too many connections are open. Close some, or try again in 1 s."}""";
    private static final byte[] RESPONSE = """
            HTTP/1.1 429 \r
            Content-Type: application/problem+json\r
            Content-Length: %d\r
            Cache-Control: no-store\r
            Retry-After: 1\r
            Connection: close\r
            \r
            %s""".formatted(BODY.length(), BODY).getBytes(US_ASCII);

    private final Queue<Refused> refused = new ConcurrentLinkedQueue<>();

    private record Refused(SocketChannel socket, long nanos) {}

    void answer(SocketChannel socket) throws IOException {
        if (refused.size() >= MAX_OPEN) {
            socket.close();
            return;
        }
        socket.configureBlocking(false);
        socket.write(ByteBuffer.wrap(RESPONSE)); // fits into the empty send buffer
        socket.shutdownOutput();
        refused.add(new Refused(socket, System.nanoTime()));
    }

    void closeOld() {
        for (var next = refused.peek(); next != null && isOld(next); next = refused.peek()) {
            refused.remove();
            try {
                next.socket.close();
            } catch (IOException e) {
                log.atDebug().addKeyValue("cause", e.toString()).log("A refused connection could not be closed");
            }
        }
    }

    private static boolean isOld(Refused connection) {
        return System.nanoTime() - connection.nanos > TimeUnit.SECONDS.toNanos(1);
    }
}
