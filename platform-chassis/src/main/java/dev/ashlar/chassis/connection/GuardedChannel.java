package dev.ashlar.chassis.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** A channel without TLS. */
final class GuardedChannel extends NioChannel implements Guarded {

    private final ChannelReports reports;

    GuardedChannel(SocketBufferHandler buffers, Connections connections) {
        super(buffers);
        this.reports = new ChannelReports(connections);
    }

    @Override
    public @Nullable Connection connection() {
        return reports.connection();
    }

    @Override
    public void reset(@Nullable SocketChannel socket, @Nullable NioSocketWrapper wrapper) throws IOException {
        super.reset(socket, wrapper);
        reports.reset(socket);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        var count = super.read(target);
        reports.read(count);
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        var count = super.write(source);
        reports.written(count, source.hasRemaining());
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        var count = super.write(sources, offset, length);
        reports.written(count, true);
        return count;
    }
}
