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
 * A client's connection, with the time since which the service has waited for the client. One thread at a time serves the connection. The
 * watch and the acceptor read its state from other threads.
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
    private volatile boolean multiplexed;
    private volatile boolean stream;

    /** @param nanos a clock whose values are above zero */
    Connection(SocketChannel socket, String client, ConnectionProperties properties, LongSupplier nanos) {
        this.socket = socket;
        this.client = client;
        this.nanos = nanos;
        this.headTimeout = properties.headTimeout();
        this.responseTimeout = properties.responseTimeout();
        this.phaseStart = nanos.getAsLong();
        this.due = phaseStart + headTimeout.toNanos();
    }

    /** Empty on the management port, which has no watch, and for HTTP/2, whose streams share a connection. */
    public static Optional<Connection> of(HttpServletRequest request) {
        return Optional.ofNullable((Connection) request.getAttribute(ATTRIBUTE));
    }

    /** Restarts the count of the time for which the client delays its response, and sets the limit. */
    public void allowForResponse(Duration timeout) {
        waitedForRoom = 0;
        responseTimeout = timeout;
    }

    /** Excludes the connection from the limit of its client's address until its next request, because the response is a stream of events. */
    public void responseIsStream() {
        stream = true;
    }

    boolean isStream() {
        return stream;
    }

    /** True after a timeout, or after the connection was closed in favour of another one. */
    public boolean isCut() {
        return cut;
    }

    /** True if the connection was closed in favour of another one, false after a timeout. */
    public boolean isDisplaced() {
        return displaced;
    }

    /** The timeout for the whole body of the current request. */
    public Duration bodyTimeout() {
        return bodyTimeout;
    }

    String client() {
        return client;
    }

    long phaseStart() {
        return phaseStart;
    }

    /** The connection speaks HTTP/2. Tomcat's timeouts of streams replace those of this class. */
    void multiplex() {
        multiplexed = true;
    }

    boolean isWaitingForItsClient() {
        return !cut && !multiplexed && (!serving || waiting != Waiting.NOT);
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    /** The head of a request has arrived. Its body may follow. */
    void requestReceived(Duration bodyTimeout, Duration responseTimeout) {
        this.bodyTimeout = bodyTimeout;
        this.responseTimeout = responseTimeout;
        waitedForRoom = 0;
        stream = false;
        phaseStart = nanos.getAsLong();
        due = phaseStart + bodyTimeout.toNanos();
        serving = true;
    }

    /** @param bodyRead false if Tomcat still reads the rest of the body; its deadline stays */
    void responseSent(boolean bodyRead) {
        phaseStart = nanos.getAsLong();
        if (bodyRead) {
            due = NEVER; // The next byte sets it again. Tomcat's keep-alive timeout closes an idle connection.
        }
        serving = false;
    }

    /** @param bytes the result of {@link SocketChannel#read} */
    void read(int bytes) {
        waiting(bytes == 0 ? Waiting.FOR_BYTES : Waiting.NOT);
        if (bytes > 0 && !serving && due == NEVER) {
            due = nanos.getAsLong() + headTimeout.toNanos();
        }
    }

    /** @param bytes the result of {@link SocketChannel#write} */
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
        return !cut && !multiplexed && switch (waiting) {
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
     * Makes reads find the end of the stream, or writes fail, so that Tomcat closes the connection on its own thread. The service can still
     * respond to a request whose body was cut.
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
            log.atDebug().addKeyValue("cause", e.toString()).log("Connection ended before it was cut");
        }
    }
}
