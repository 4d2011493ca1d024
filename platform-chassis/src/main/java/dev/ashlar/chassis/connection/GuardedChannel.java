package dev.ashlar.chassis.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** Reports the reads and writes of a connection. Tomcat reuses a channel for later connections. */
final class GuardedChannel extends NioChannel {

    private final Connections connections;
    private volatile @Nullable Connection connection;

    GuardedChannel(SocketBufferHandler buffers, Connections connections) {
        super(buffers);
        this.connections = connections;
    }

    @Nullable
    Connection connection() {
        return connection;
    }

    /** @param socket of the next connection; null when the last one ends */
    @Override
    public void reset(@Nullable SocketChannel socket, @Nullable NioSocketWrapper wrapper) throws IOException {
        super.reset(socket, wrapper);
        var last = connection;
        if (last != null) {
            connections.closed(last);
        }
        connection = socket == null ? null : connections.opened(socket);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        var count = super.read(target);
        var current = connection;
        if (current != null) {
            current.read(count);
        }
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        var count = super.write(source);
        written(count, source.hasRemaining());
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        var count = super.write(sources, offset, length);
        written(count, true);
        return count;
    }

    /** @param more true if bytes remain, so that zero written bytes mean a full buffer of the client */
    private void written(long count, boolean more) {
        var current = connection;
        if (current != null) {
            current.written(more ? count : 1);
        }
    }
}
