package dev.ashlar.chassis.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's connection: whether the service waits for the client, and since when. One thread at a time serves a connection; the
 * watch and the acceptor look at it from others.
 */
public final class Connection {

    static final String ATTRIBUTE = Connection.class.getName();

    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private static final long NEVER = Long.MAX_VALUE;

    private enum Waiting {
        NOT, FOR_BYTES, FOR_ROOM
    }

    private final SocketChannel socket;
    private final String client;
    private final LongSupplier nanos;
    private final Duration headTimeout;

    private volatile boolean serving;
    private volatile long phaseStart;
    private volatile long due;
    private volatile Waiting waiting = Waiting.NOT;
    private volatile long waitingStart;
    private volatile long waitedForRoom;
    private volatile Duration responseTimeout;
    private volatile Duration bodyTimeout = Duration.ZERO;
    private volatile boolean cut;
    private volatile boolean displaced;

    /** @param nanos a clock that begins above zero */
    Connection(SocketChannel socket, String client, ConnectionProperties properties, LongSupplier nanos) {
        this.socket = socket;
        this.client = client;
        this.nanos = nanos;
        this.headTimeout = properties.headTimeout();
        this.responseTimeout = properties.responseTimeout();
        this.phaseStart = nanos.getAsLong();
        this.due = phaseStart + headTimeout.toNanos();
    }

    /** Empty on the management port, which is not watched, and over TLS. */
    public static Optional<Connection> of(HttpServletRequest request) {
        return Optional.ofNullable((Connection) request.getAttribute(ATTRIBUTE));
    }

    /** Counts anew how long the client keeps the service waiting while it takes the response, and says how long it may. */
    public void allowForResponse(Duration timeout) {
        waitedForRoom = 0;
        responseTimeout = timeout;
    }

    /** Whether the client was too slow, or the slowest when its place was needed. */
    public boolean isCut() {
        return cut;
    }

    /** Whether the client was cut to make room, and not because its time was up. */
    public boolean isDisplaced() {
        return displaced;
    }

    /** For the whole body of the request that is being served. */
    public Duration bodyTimeout() {
        return bodyTimeout;
    }

    String client() {
        return client;
    }

    long phaseStart() {
        return phaseStart;
    }

    boolean isWaitingForItsClient() {
        return !cut && (!serving || waiting != Waiting.NOT);
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    /** The head of a request has arrived; of its body, if it has one, the rest is awaited. */
    void requested(Duration bodyTimeout, Duration responseTimeout) {
        this.bodyTimeout = bodyTimeout;
        this.responseTimeout = responseTimeout;
        waitedForRoom = 0;
        phaseStart = nanos.getAsLong();
        due = phaseStart + bodyTimeout.toNanos();
        serving = true;
    }

    /** @param bodyRead whether the whole body was read; if not, Tomcat reads the rest, which is due when it was */
    void answered(boolean bodyRead) {
        phaseStart = nanos.getAsLong();
        if (bodyRead) {
            due = NEVER; // until the next head begins; Tomcat's keep-alive timeout ends what stays idle
        }
        serving = false;
    }

    /** @param bytes as {@link SocketChannel#read} tells */
    void read(int bytes) {
        waiting(bytes == 0 ? Waiting.FOR_BYTES : Waiting.NOT);
        if (bytes > 0 && !serving && due == NEVER) {
            due = nanos.getAsLong() + headTimeout.toNanos();
        }
    }

    /** @param bytes as {@link SocketChannel#write} tells */
    void written(long bytes) {
        waiting(bytes == 0 ? Waiting.FOR_ROOM : Waiting.NOT);
    }

    private void waiting(Waiting next) {
        if (next == waiting) {
            return;
        }
        var now = nanos.getAsLong();
        if (waiting == Waiting.FOR_ROOM) {
            waitedForRoom += now - waitingStart;
        }
        waitingStart = now;
        waiting = next;
    }

    boolean isOverdue() {
        var now = nanos.getAsLong();
        return !cut && switch (waiting) {
            case FOR_ROOM -> waitedForRoom + now - waitingStart > responseTimeout.toNanos();
            case FOR_BYTES -> now > due;
            case NOT -> !serving && now > due;
        };
    }

    void displace() {
        displaced = true;
        cut();
    }

    /**
     * Lets whoever reads find the end of the stream, and whoever writes fail: Tomcat then ends the connection on its own thread. A
     * request whose body was cut can still be answered.
     */
    void cut() {
        cut = true;
        try {
            if (waiting == Waiting.FOR_ROOM) {
                socket.shutdownOutput();
            } else {
                socket.shutdownInput();
            }
        } catch (IOException e) {
            log.atDebug().addKeyValue("cause", e.toString()).log("A connection ended before it was cut");
        }
    }
}
