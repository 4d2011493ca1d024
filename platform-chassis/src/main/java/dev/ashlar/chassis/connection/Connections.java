package dev.ashlar.chassis.connection;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The connections of the HTTP port. If a client address or the port is at its limit, a new connection replaces the one that has waited
 * longest for its client. So a new request, for example of a liveness probe, is rejected only if all connections are
 * busy with requests.
 */
final class Connections implements MeterBinder {

    /** Tomcat counts a cut connection for some more milliseconds, and accepts no connection at its limit. */
    private static final int MAX_RESERVE = 50;

    private final ConnectionProperties properties;
    private final TrustedProxies trusted;
    private final LongSupplier nanos;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();
    private final LongAdder slow = new LongAdder();
    private final LongAdder displaced = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /** @param trusted proxies, which have no limit */
    Connections(ConnectionProperties properties, TrustedProxies trusted, LongSupplier nanos) {
        this.properties = properties;
        this.trusted = trusted;
        this.nanos = nanos;
    }

    /** May cut another connection to admit this one. */
    boolean admits(InetAddress address, int max) {
        var client = ClientNetwork.of(address);
        var admitted = !(isAtItsLimit(address, client) && !makeRoom(c -> c.client().equals(client)))
                && (hasRoom(max) || makeRoom(_ -> true));
        if (!admitted) {
            refused.increment();
        }
        return admitted;
    }

    /** @param max negative for no limit */
    private boolean hasRoom(int max) {
        return max < 0 || open.size() < max - Math.min(MAX_RESERVE, max / 4);
    }

    private boolean isAtItsLimit(InetAddress address, String client) {
        return byClient.getOrDefault(client, 0) >= properties.maxPerAddress()
                && byClient.getOrDefault(client, 0) - streams(client) >= properties.maxPerAddress()
                && !trusted.trust(address);
    }

    /** Streams have limits of their own. */
    private long streams(String client) {
        return open.stream().filter(connection -> connection.isStream() && connection.client().equals(client)).count();
    }

    private boolean makeRoom(Predicate<Connection> eligible) {
        var longest = open.stream().filter(Connection::isWaitingForItsClient).filter(eligible)
                .min(Comparator.comparingLong(Connection::phaseStart));
        longest.ifPresent(connection -> {
            displaced.increment();
            connection.displace();
            closed(connection);
        });
        return longest.isPresent();
    }

    Connection opened(SocketChannel socket) {
        var connection = new Connection(socket, ClientNetwork.of(socket.socket().getInetAddress()), properties, nanos);
        open.add(connection);
        byClient.merge(connection.client(), 1, Integer::sum);
        return connection;
    }

    void closed(Connection connection) {
        if (open.remove(connection)) {
            byClient.computeIfPresent(connection.client(), (_, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** Cuts overdue connections. */
    void watch() {
        for (var connection : open) {
            if (!connection.isOpen()) {
                closed(connection);
            } else if (connection.isOverdue()) {
                slow.increment();
                connection.cut();
            }
        }
    }

    ConnectionProperties properties() {
        return properties;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        registry.gaugeCollectionSize("ashlar.connections.open", Tags.empty(), open);
        cut(registry, "slow", slow);
        cut(registry, "displaced", displaced);
        cut(registry, "refused", refused);
    }

    private static void cut(MeterRegistry registry, String reason, LongAdder count) {
        FunctionCounter.builder("ashlar.connections.cut", count, LongAdder::sum).tag("reason", reason)
                .description("Connections that the HTTP port ended or refused").register(registry);
    }
}
