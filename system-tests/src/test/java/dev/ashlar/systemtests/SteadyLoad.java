package dev.ashlar.systemtests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Shoppers who order a product again and again, and read each order, until the load is closed. */
final class SteadyLoad implements AutoCloseable {

    /** So few, and with such a pause, that two processors have the time to start an instance meanwhile. */
    private static final int SHOPPERS = 2;
    private static final Duration PAUSE = Duration.ofMillis(700);

    private final UUID product;
    private final AtomicInteger orders = new AtomicInteger();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final List<Shopper> shoppers = IntStream.range(0, SHOPPERS).mapToObj(_ -> Shopper.registered()).toList();
    private final List<Thread> threads;
    private volatile boolean closed;

    /** @param product that order-service knows already */
    SteadyLoad(UUID product) {
        this.product = product;
        threads = shoppers.stream().map(shopper -> Thread.ofVirtual().start(() -> shop(shopper))).toList();
    }

    /** The number of accepted orders. */
    int orders() {
        return orders.get();
    }

    /** The statuses of all orders. */
    List<String> statuses() {
        return shoppers.stream().flatMap(shopper -> Pages.all(shopper.gateway(), "/orders").stream())
                .map(order -> order.path("status").asString()).toList();
    }

    /** Unexpected responses, and requests without one. */
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
        orders.incrementAndGet();
        shopper.gateway().get("/orders/" + order).expect(200);
    }

    /** Returns after the last response. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (var thread : threads) {
            thread.join();
        }
    }
}
