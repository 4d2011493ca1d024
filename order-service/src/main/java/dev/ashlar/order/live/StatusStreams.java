package dev.ashlar.order.live;

import dev.ashlar.order.OrderRefused;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The open streams of this instance. Thread-safe. */
@Component
public class StatusStreams implements SmartLifecycle, MeterBinder {

    private final StatusReader reader;
    private final LiveProperties properties;
    private final Map<UUID, Set<StatusStream>> byOrder = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean running;

    StatusStreams(StatusReader reader, LiveProperties properties) {
        this.reader = reader;
        this.properties = properties;
    }

    /** This instance has too many streams, or stops. */
    public static final class Unavailable extends RuntimeException {}

    /**
     * Opens a stream. It begins with the current status, or with the changes after the version that the client knows.
     *
     * @param known 0 if the client knows no version
     * @throws OrderRefused.UnknownOrder if the user has no such order
     * @throws Unavailable if this instance has too many streams
     */
    public StatusStream open(UUID order, UUID user, UUID session, long known) {
        if (!running || open.get() >= properties.maxStreams()) {
            throw new Unavailable();
        }
        // Registered before the status is read, so no change is lost between the two.
        var stream = new StatusStream(order, session);
        register(stream);
        try {
            var current = reader.current(order, user).orElseThrow(OrderRefused.UnknownOrder::new);
            var from = known > 0 && known <= current.version() ? known : current.version() - 1;
            stream.start(from, reader.since(from, current), current.isFinal());
            return stream;
        } catch (RuntimeException e) {
            close(stream);
            throw e;
        }
    }

    private void register(StatusStream stream) {
        open.incrementAndGet();
        byOrder.compute(stream.order(), (_, streams) -> {
            var all = streams == null ? ConcurrentHashMap.<StatusStream>newKeySet(1) : streams;
            all.add(stream);
            return all;
        });
    }

    /** Writes the stream to the client until it ends, on the caller's thread. */
    public void serve(StatusStream stream, StatusStream.Client client) throws IOException, InterruptedException {
        try {
            stream.serve(client, properties.heartbeat());
        } finally {
            close(stream);
        }
    }

    /** Forgets a stream that was not served. */
    public void close(StatusStream stream) {
        byOrder.computeIfPresent(stream.order(), (_, streams) -> {
            if (streams.remove(stream)) {
                open.decrementAndGet();
            }
            return streams.isEmpty() ? null : streams;
        });
    }

    /** The orders that have streams here. */
    Set<UUID> orders() {
        return byOrder.keySet();
    }

    boolean has(UUID order) {
        return byOrder.containsKey(order);
    }

    boolean isEmpty() {
        return byOrder.isEmpty();
    }

    Stream<StatusStream> all() {
        return byOrder.values().stream().flatMap(Collection::stream);
    }

    /** Reads the status of these orders and adds changes to their streams. */
    void refresh(Collection<UUID> orders) {
        for (var current : reader.current(orders)) {
            byOrder.getOrDefault(current.orderId(), Set.of()).stream()
                    .filter(stream -> stream.version() < current.version())
                    .forEach(stream -> stream.add(reader.since(stream.version(), current)));
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends all streams, so that the web server's graceful stop has nothing to wait for. Clients continue at another instance. */
    @Override
    public void stop() {
        running = false;
        all().forEach(StatusStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the grace period, and before the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 1;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ashlar.order.streams", open, AtomicInteger::get).description("Open streams of order statuses")
                .register(meters);
    }
}
