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
 * Sends 429 on a connection above the limit, without a read of the request, and closes the connection a second later. An immediate close
 * would reset the connection when the request arrives, and the client might lose the response.
 */
final class RejectedConnections {

    private static final Logger log = LoggerFactory.getLogger(RejectedConnections.class);
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

    private final Queue<Rejected> rejected = new ConcurrentLinkedQueue<>();

    private record Rejected(SocketChannel socket, long nanos) {}

    void reject(SocketChannel socket) throws IOException {
        if (rejected.size() >= MAX_OPEN) {
            socket.close();
            return;
        }
        socket.configureBlocking(false);
        socket.write(ByteBuffer.wrap(RESPONSE)); // The empty send buffer has room for it.
        socket.shutdownOutput();
        rejected.add(new Rejected(socket, System.nanoTime()));
    }

    void closeOld() {
        for (var next = rejected.peek(); next != null && isOld(next); next = rejected.peek()) {
            rejected.remove();
            try {
                next.socket.close();
            } catch (IOException e) {
                log.atDebug().addKeyValue("cause", e.toString()).log("Rejected connection not closed");
            }
        }
    }

    private static boolean isOld(Rejected connection) {
        return System.nanoTime() - connection.nanos > TimeUnit.SECONDS.toNanos(1);
    }
}
