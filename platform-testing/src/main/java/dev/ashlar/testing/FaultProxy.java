package dev.ashlar.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy in front of a store, on the loopback interface. A test can close it, let it hang, and repair it. Other tests share the
 * store; for the store, a client disconnects and nothing else happens.
 */
public final class FaultProxy {

    private enum State {
        WORKING, CUT, HANGING
    }

    private static final Pattern ADDRESS = Pattern.compile("[^/@:]+:\\d+");

    private final String store;
    private final int port;
    private final Queue<Socket> ends = new ConcurrentLinkedQueue<>();
    private volatile State state = State.CUT;
    private volatile int stranded;
    private int connections;
    private @Nullable ServerSocket entrance;

    /** A proxy of the session Redis of this JVM's infrastructure. */
    public static FaultProxy toSessionRedis() {
        return new FaultProxy(TestInfrastructure.get().backend().redis().sessions());
    }

    /** A proxy of the cache Redis of this JVM's infrastructure. */
    public static FaultProxy toCacheRedis() {
        return new FaultProxy(TestInfrastructure.get().backend().redis().cache());
    }

    /** A proxy of the PostgreSQL of this JVM's infrastructure. */
    public static FaultProxy toPostgres() {
        return new FaultProxy(TestInfrastructure.get().backend().postgres().url());
    }

    /** A proxy of Kafka's bootstrap address only. Later connections go directly to the addresses that the brokers advertise. */
    public static FaultProxy toKafkaBootstrap() {
        return new FaultProxy(TestInfrastructure.get().backend().kafka().operators());
    }

    /** A proxy of the object storage of this JVM's infrastructure. */
    public static FaultProxy toStorage() {
        return new FaultProxy(TestInfrastructure.get().backend().storage().endpoint());
    }

    private FaultProxy(String store) {
        this.store = store;
        try (var free = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mend();
    }

    /** The URL of this proxy, for the service under test. */
    public String url() {
        return ADDRESS.matcher(store).replaceFirst("127.0.0.1:" + port);
    }

    /** The URL of the store itself. */
    public String store() {
        return store;
    }

    /** Ends all connections and refuses new ones, like a host whose process has died. */
    public synchronized void cut() {
        state = State.CUT;
        close(entrance);
        entrance = null;
        ends.forEach(FaultProxy::close);
        ends.clear();
    }

    /** Ends all connections and accepts new ones, like a store that closes idle connections. */
    public synchronized void drop() {
        ends.forEach(FaultProxy::close);
        ends.clear();
    }

    /** Accepts connections and bytes but forwards nothing, like a stopped process. */
    public synchronized void hang() {
        state = State.HANGING;
    }

    /** Forwards nothing on the present connections without closing them, like a host that has vanished. New connections work. */
    public synchronized void strand() {
        stranded = connections;
    }

    /** Forwards the bytes that waited and all later ones. */
    public synchronized void mend() {
        state = State.WORKING;
        if (entrance == null) {
            try {
                var opened = new ServerSocket();
                opened.setReuseAddress(true);
                opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                entrance = opened;
                Thread.ofVirtual().start(() -> accept(opened));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                var near = from.accept();
                var far = connect();
                ends.add(near);
                ends.add(far);
                var number = number();
                copy(near, far, number);
                copy(far, near, number);
            } catch (IOException e) {
                close(from); // this proxy is cut, or the store has gone
            }
        }
    }

    private Socket connect() throws IOException {
        var address = ADDRESS.matcher(store).results().reduce((_, last) -> last).orElseThrow().group().split(":");
        return new Socket(address[0], Integer.parseInt(address[1]));
    }

    private synchronized int number() {
        return ++connections;
    }

    private void copy(Socket from, Socket to, int number) {
        Thread.ofVirtual().start(() -> {
            try (from; to) {
                pass(from, to.getOutputStream(), number);
            } catch (IOException e) {
                close(to); // this proxy is cut, or one end has gone
            }
        });
    }

    private void pass(Socket near, OutputStream to, int number) throws IOException {
        var from = near.getInputStream();
        var bytes = new byte[8_192];
        for (var read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            while ((state == State.HANGING || number <= stranded) && !near.isClosed()) {
                LockSupport.parkNanos(5_000_000);
            }
            to.write(bytes, 0, read);
        }
    }

    private static void close(@Nullable AutoCloseable end) {
        try {
            if (end != null) {
                end.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
