import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The memory of idle streams ({@code GET /orders/{id}/events}) in the gateway and in order-service, and how soon each of them has the
 * cancellation of its order. All streams are of one order.
 *
 * <pre>LIMITS_ENABLED=false ./ashlar up && java benchmarks/IdleStreams.java [streams, 2000 by default]</pre>
 */
public final class IdleStreams {

    private static final int PORT = 8080 + Integer.parseInt(System.getenv().getOrDefault("ASHLAR_PORT_OFFSET", "0"));
    private static final long SETTLE_MILLIS = 20_000;
    private static final long BOUND_NANOS = 10_000_000_000L;

    public static void main(String[] arguments) throws Exception {
        var streams = arguments.length == 0 ? 2_000 : Integer.parseInt(arguments[0]);
        var shop = new Shop();
        var order = shop.order(shop.product(10));
        open(shop, order, 50, _ -> {}); // warms up
        Thread.sleep(SETTLE_MILLIS);
        var before = residentMiB();
        open(shop, order, streams, clients -> {
            Thread.sleep(SETTLE_MILLIS); // at least one heartbeat
            System.out.printf("%d idle streams: +%.1f MiB (gateway and order-service together)%n", streams,
                    residentMiB() - before);
            var begun = System.nanoTime();
            var cancelled = Thread.ofVirtual().start(() -> cancel(shop, order));
            var latencies = clients.awaitCancelled(begun);
            cancelled.join();
            System.out.printf("%d of %d had the cancellation, the last after %d ms%n", latencies.size(), streams,
                    latencies.stream().mapToLong(Long::longValue).max().orElse(0));
        });
    }

    private static void cancel(Shop shop, String order) {
        try {
            Shop.demand(200, Shop.post(shop.shopper, "/orders/" + order + "/cancel", "{}"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Use {

        void of(Clients clients) throws Exception;
    }

    private static void open(Shop shop, String order, int streams, Use use) throws Exception {
        try (var selector = Selector.open()) {
            var request = "GET /api/v1/orders/%s/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                    .formatted(order, shop.shopper).getBytes(UTF_8);
            for (var i = 0; i < streams; i++) {
                var socket = SocketChannel.open(new InetSocketAddress("127.0.0.1", PORT));
                socket.write(ByteBuffer.wrap(request));
                socket.configureBlocking(false).register(selector, SelectionKey.OP_READ);
            }
            var clients = new Clients(selector);
            clients.awaitOpen(streams);
            use.of(clients);
            for (var key : selector.keys()) {
                key.channel().close();
            }
        }
    }

    private record Clients(Selector selector) {

        void awaitOpen(int streams) throws IOException {
            var open = new HashSet<SelectionKey>();
            var end = System.nanoTime() + 6 * BOUND_NANOS;
            while (open.size() < streams) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Only %d of %d streams are open".formatted(open.size(), streams));
                }
                read("event: status", open, new ArrayList<>(), 0);
            }
        }

        List<Long> awaitCancelled(long begun) throws IOException {
            var cancelled = new HashSet<SelectionKey>();
            var latencies = new ArrayList<Long>();
            var streams = selector.keys().size();
            while (cancelled.size() < streams && System.nanoTime() - begun < BOUND_NANOS) {
                read("CANCELLED", cancelled, latencies, begun);
            }
            return latencies;
        }

        private void read(String text, Set<SelectionKey> found, List<Long> latencies, long begun) throws IOException {
            selector.select(100);
            for (var key : selector.selectedKeys()) {
                var buffer = ByteBuffer.allocate(8_192);
                var count = ((SocketChannel) key.channel()).read(buffer);
                if (count < 0) {
                    key.cancel();
                } else if (new String(buffer.array(), 0, count, UTF_8).contains(text) && found.add(key)) {
                    latencies.add((System.nanoTime() - begun) / 1_000_000);
                }
            }
            selector.selectedKeys().clear();
        }
    }

    private static double residentMiB() throws Exception {
        var status = Shop.ashlar("status", "--json");
        var total = 0.0;
        for (var name : List.of("gateway-service", "order-service")) {
            var pid = Pattern.compile("\"name\"\\s*:\\s*\"" + name + "\"[^}]*?\"pid\"\\s*:\\s*(\\d+)").matcher(status);
            while (pid.find()) {
                total += Files.readString(Path.of("/proc/" + pid.group(1) + "/status")).lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum() / 1_024.0;
            }
        }
        return total;
    }
}
