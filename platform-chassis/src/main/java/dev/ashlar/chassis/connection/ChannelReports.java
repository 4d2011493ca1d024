package dev.ashlar.chassis.connection;

import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Reports the reads and writes of a channel to its connection. Tomcat reuses a channel for later connections. */
final class ChannelReports {

    private final Connections connections;
    private volatile @Nullable Connection connection;

    ChannelReports(Connections connections) {
        this.connections = connections;
    }

    @Nullable
    Connection connection() {
        return connection;
    }

    /** @param socket of the next connection; null when the last one ends */
    void reset(@Nullable SocketChannel socket) {
        var last = connection;
        if (last != null) {
            connections.closed(last);
        }
        connection = socket == null ? null : connections.opened(socket);
    }

    void read(int count) {
        var current = connection;
        if (current != null) {
            current.read(count);
        }
    }

    /** @param more true if bytes remain, so that zero written bytes mean a full buffer of the client */
    void written(long count, boolean more) {
        var current = connection;
        if (current != null) {
            current.written(more ? count : 1);
        }
    }
}
