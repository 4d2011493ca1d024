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

/** Tomcat's endpoint, with each connection admitted and watched. */
final class GuardedEndpoint extends NioEndpoint {

    private static final int WATCH_MILLIS = 200;

    private final Refusal refusal = new Refusal();
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
            refusal.closeOld();
        } catch (RuntimeException e) {
            getLog().error("The connections could not be watched", e);
        }
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? super.createChannel(buffers) : new GuardedChannel(buffers, connections());
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (connections().admits(socket.socket().getInetAddress(), getMaxConnections())) {
            return super.setSocketOptions(socket);
        }
        try {
            refusal.answer(socket);
        } catch (IOException e) {
            getLog().debug("A client left before it was refused", e);
            return false;
        }
        countDownConnection();
        return true;
    }
}
