package dev.ashlar.chassis.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** A channel with TLS. The timeout for the head of the first request includes the handshake. */
final class GuardedTlsChannel extends SecureNioChannel implements Guarded {

    private static final String HTTP_2 = "h2";

    private final ChannelReports reports;
    private volatile @Nullable NioSocketWrapper wrapper;

    GuardedTlsChannel(SocketBufferHandler buffers, NioEndpoint endpoint, Connections connections) {
        super(buffers, endpoint);
        this.reports = new ChannelReports(connections);
    }

    @Override
    public @Nullable Connection connection() {
        return reports.connection();
    }

    @Override
    public void reset(@Nullable SocketChannel socket, @Nullable NioSocketWrapper wrapper) throws IOException {
        super.reset(socket, wrapper);
        this.wrapper = wrapper;
        reports.reset(socket);
    }

    /** Tomcat chooses the protocol of the connection after the handshake, before the first read. */
    @Override
    public int read(ByteBuffer target) throws IOException {
        var count = super.read(target);
        var connection = reports.connection();
        var current = wrapper;
        if (connection != null && current != null && HTTP_2.equals(current.getNegotiatedProtocol())) {
            connection.multiplex();
        }
        reports.read(count);
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        var count = super.write(source);
        reports.written(count, source.hasRemaining());
        return count;
    }
}
