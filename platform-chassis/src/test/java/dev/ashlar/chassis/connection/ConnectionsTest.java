package dev.ashlar.chassis.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static final int MAX = 5;
    private static final int ROOM = 4; // a quarter is in reserve
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final AtomicLong nanos = new AtomicLong(1);
    private final List<SocketChannel> sockets = new ArrayList<>();
    private ServerSocketChannel server;
    private Connections connections;

    @BeforeEach
    void listen() throws IOException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
        connections = connections("", 100);
    }

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @Test
    void cutsAnIncompleteHeadAfterItsTimeout() throws IOException {
        var connection = open();
        after(6, () -> connection.read(1));
        after(5, () -> connection.read(1));

        connections.watch();

        assertThat(connection.isCut()).isTrue();
    }

    @Test
    void cutsAnIncompleteBodyButNoSlowRequest() throws IOException {
        var slow = served(open());
        var working = served(open());
        slow.read(0);
        working.read(1);
        after(11, connections::watch);

        assertThat(slow.isCut()).isTrue();
        assertThat(slow.isDisplaced()).isFalse();
        assertThat(working.isCut()).isFalse();
    }

    @Test
    void cutsAnIdleConnectionOnlyAfterALateRequest() throws IOException {
        var connection = served(open());
        connection.responseSent(true);
        connection.read(0);
        after(50, connections::watch);
        assertThat(connection.isCut()).isFalse();

        connection.read(1);
        after(11, connections::watch);
        assertThat(connection.isCut()).isTrue();
    }

    @Test
    void cutsAnUnreadBodyAfterItsTimeout() throws IOException {
        var connection = served(open());
        connection.responseSent(false);
        connection.read(1);
        connection.read(0);
        after(11, connections::watch);

        assertThat(connection.isCut()).isTrue();
    }

    @Test
    void addsUpTheTimesForWhichAClientDelaysItsResponse() throws IOException {
        var connection = served(open());
        for (var i = 0; i < 7; i++) {
            connection.written(0);
            after(9, () -> connection.written(1));
        }
        connections.watch();
        assertThat(connection.isCut()).isFalse();

        connection.written(0);
        connections.watch();
        assertThat(connection.isCut()).isTrue();
    }

    @Test
    void replacesTheConnectionThatHasWaitedLongest() throws IOException {
        var working = served(open());
        var oldest = after(1, this::open);
        var others = List.of(after(1, this::open), after(1, this::open));

        assertThat(connections.admits(LOOPBACK, MAX)).isTrue();

        assertThat(oldest.isCut()).isTrue();
        assertThat(oldest.isDisplaced()).isTrue();
        assertThat(others).noneMatch(Connection::isCut);
        assertThat(working.isCut()).isFalse();
    }

    @Test
    void rejectsANewConnectionWhileAllAreBusy() throws IOException {
        for (var i = 0; i < ROOM; i++) {
            served(open());
        }

        assertThat(connections.admits(LOOPBACK, MAX)).isFalse();
    }

    @Test
    void replacesAConnectionOfTheSameAddressAtItsLimit() throws IOException {
        connections = connections("", 1);
        var own = open();

        assertThat(connections.admits(InetAddress.ofLiteral("192.0.2.1"), 1_000)).isTrue();
        assertThat(own.isCut()).isFalse();
        assertThat(connections.admits(LOOPBACK, 1_000)).isTrue();
        assertThat(own.isCut()).isTrue();
    }

    @Test
    void doesNotLimitTrustedProxies() throws IOException {
        connections = connections("127\\.0\\.0\\.1", 1);
        var own = served(open());

        assertThat(connections.admits(LOOPBACK, 1_000)).isTrue();
        assertThat(own.isCut()).isFalse();
    }

    @Test
    void doesNotCountAStreamForItsAddress() throws IOException {
        connections = connections("", 1);
        var stream = served(open());
        stream.responseIsStream();

        assertThat(connections.admits(LOOPBACK, 1_000)).isTrue();
        assertThat(stream.isCut()).isFalse();
    }

    @Test
    void countsAConnectionAgainWhenItsStreamHasEnded() throws IOException {
        connections = connections("", 1);
        var connection = served(open());
        connection.responseIsStream();
        connection.responseSent(true);

        served(connection);

        assertThat(connections.admits(LOOPBACK, 1_000)).isFalse();
    }

    private Connections connections(String trusted, int share) {
        var properties = new ConnectionProperties(share, Duration.ofSeconds(10), Duration.ofSeconds(10),
                Duration.ofSeconds(60), Duration.ofSeconds(60));
        return new Connections(properties, TrustedProxies.of(trusted), nanos::get);
    }

    private Connection open() throws IOException {
        sockets.add(SocketChannel.open(server.getLocalAddress()));
        var accepted = server.accept();
        sockets.add(accepted);
        return connections.opened(accepted);
    }

    private static Connection served(Connection connection) {
        connection.requestReceived(Duration.ofSeconds(10), Duration.ofSeconds(60));
        return connection;
    }

    private void after(int seconds, Runnable action) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
        action.run();
    }

    private Connection after(int seconds, Opening opening) throws IOException {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
        return opening.open();
    }

    private interface Opening {

        Connection open() throws IOException;
    }
}
