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
 * A wire to a store, on the loopback interface, that a test can cut, let hang, and mend: the store itself, which other tests
 * share, notices nothing but a client that leaves.
 */
public final class Relay {

    /** How the wire is. */
    private enum State {
        WHOLE, CUT, HANGING
    }

    private static final Pattern ADDRESS = Pattern.compile("[^/@:]+:\\d+");

    private final String store;
    private final int port;
    private final Queue<Socket> ends = new ConcurrentLinkedQueue<>();
    private volatile State state = State.CUT;
    private volatile int stranded;
    private int connections;
    private @Nullable ServerSocket entrance;

    /** A wire to the session Redis of this JVM's infrastructure. */
    public static Relay toSessionRedis() {
        return new Relay(TestInfrastructure.get().backend().redis().sessions());
    }

    /** A wire to the cache Redis of this JVM's infrastructure. */
    public static Relay toCacheRedis() {
        return new Relay(TestInfrastructure.get().backend().redis().cache());
    }

    /** A wire to the PostgreSQL of this JVM's infrastructure. */
    public static Relay toPostgres() {
        return new Relay(TestInfrastructure.get().backend().postgres().url());
    }

    /** A wire to Kafka's bootstrap address only: the brokers then name their own. */
    public static Relay toKafkaBootstrap() {
        return new Relay(TestInfrastructure.get().backend().kafka().operators());
    }

    private Relay(String store) {
        this.store = store;
        try (var free = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mend();
    }

    /** The store's URL by way of this wire: what the service under test is told. */
    public String url() {
        return ADDRESS.matcher(store).replaceFirst("127.0.0.1:" + port);
    }

    /** The store's own URL, past this wire. */
    public String store() {
        return store;
    }

    /** Ends all connections and refuses new ones, as the host of a dead process does. */
    public synchronized void cut() {
        state = State.CUT;
        close(entrance);
        entrance = null;
        ends.forEach(Relay::close);
        ends.clear();
    }

    /** Ends all connections and takes new ones, as a store does that closes idle clients. */
    public synchronized void drop() {
        ends.forEach(Relay::close);
        ends.clear();
    }

    /** Takes connections and bytes, and passes nothing on, as a stopped process does. */
    public synchronized void hang() {
        state = State.HANGING;
    }

    /** Forgets the present connections without ending them, as a host does that vanishes: only new ones get through again. */
    public synchronized void strand() {
        stranded = connections;
    }

    /** Passes on what waited and what comes. */
    public synchronized void mend() {
        state = State.WHOLE;
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
                close(from); // cut, or the store has gone
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
                close(to); // the wire is cut, or one end has gone
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
