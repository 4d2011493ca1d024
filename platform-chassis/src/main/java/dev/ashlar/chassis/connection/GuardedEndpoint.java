package dev.ashlar.chassis.connection;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** Tomcat's endpoint. Admits or rejects each new connection, and runs the watch of the open ones. */
final class GuardedEndpoint extends NioEndpoint {

    private static final int WATCH_MILLIS = 200;

    private final RejectedConnections rejected = new RejectedConnections();
    private @Nullable Connections connections;
    private @Nullable ScheduledExecutorService watch;

    void guard(Connections connections) {
        this.connections = connections;
    }

    Connections connections() {
        return Objects.requireNonNull(connections);
    }

    @Override
    public void startInternal() throws Exception {
        super.startInternal();
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("connection-watch").factory());
        thread.scheduleWithFixedDelay(this::watch, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
        watch = thread;
    }

    @Override
    public void stopInternal() {
        if (watch != null) {
            watch.shutdownNow();
        }
        super.stopInternal();
    }

    private void watch() {
        try {
            connections().watch();
            rejected.closeOld();
        } catch (RuntimeException e) {
            getLog().error("Watch of the connections failed", e);
        }
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled()
                ? new GuardedTlsChannel(buffers, this, connections())
                : new GuardedChannel(buffers, connections());
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (connections().admits(socket.socket().getInetAddress(), getMaxConnections())) {
            return super.setSocketOptions(socket);
        }
        if (isSSLEnabled()) {
            return false; // a response without TLS would be unreadable
        }
        try {
            rejected.reject(socket);
        } catch (IOException e) {
            getLog().debug("Client left before its connection was rejected", e);
            return false;
        }
        countDownConnection();
        return true;
    }
}
