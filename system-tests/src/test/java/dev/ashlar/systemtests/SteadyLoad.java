package dev.ashlar.systemtests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Shoppers who order the same thing again and again, each reading the order that was answered, until the load is closed. */
final class SteadyLoad implements AutoCloseable {

    /** Few enough to leave two cores the time to start an instance meanwhile. */
    private static final int SHOPPERS = 2;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final UUID product;
    private final Queue<UUID> orders = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean closed;

    /** @param product that can be ordered already */
    SteadyLoad(UUID product) {
        this.product = product;
        var shoppers = IntStream.range(0, SHOPPERS).mapToObj(_ -> Shopper.registered()).toList();
        threads = shoppers.stream().map(shopper -> Thread.ofVirtual().start(() -> shop(shopper))).toList();
    }

    /** The accepted orders. */
    List<UUID> orders() {
        return List.copyOf(orders);
    }

    /** Every answer that was not the one hoped for. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    private void shop(Shopper shopper) {
        try {
            while (!closed) {
                tryToOrderAndRead(shopper);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToOrderAndRead(Shopper shopper) {
        try {
            orderAndRead(shopper);
        } catch (RuntimeException | AssertionError e) {
            errors.add(String.valueOf(e));
        }
    }

    private void orderAndRead(Shopper shopper) {
        var items = Map.of("items", List.of(Map.of("product_id", product, "quantity", 1)));
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var order = shopper.gateway().post("/orders", items, key).expect(201).id();
        orders.add(order);
        shopper.gateway().get("/orders/" + order).expect(200);
    }

    /** Returns when the last answer is there. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (var thread : threads) {
            thread.join();
        }
    }
}
