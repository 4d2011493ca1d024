package dev.ashlar.systemtests.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Buyers who order at the same time while a fault happens. */
record ConcurrentBuyers(List<Buyer> all, List<UUID> products) {

    /** The number of its orders that each buyer holds back until the fault has happened, so that some follow it. */
    private static final int HELD_BACK = 3;

    interface Action {
        void run() throws Exception;
    }

    static ConcurrentBuyers of(int buyers, List<UUID> products) {
        return new ConcurrentBuyers(IntStream.range(0, buyers).mapToObj(_ -> new Buyer()).toList(), products);
    }

    /** All at once. */
    void signInAgain() {
        all.parallelStream().forEach(Buyer::signInAgain);
    }

    /** The number of all accepted orders. */
    int accepted() {
        return all.stream().mapToInt(buyer -> buyer.accepted().size()).sum();
    }

    /**
     * Returns when all orders are accepted. The recovery runs even if the fault or an order fails.
     *
     * @param orders of each buyer
     * @param ordersBeforeFault of all buyers
     */
    void order(int orders, int ordersBeforeFault, Action fault, Action recovery) throws Exception {
        var before = accepted();
        var happened = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, all.size())
                    .mapToObj(buyer -> threads.submit(() -> {
                        order(buyer, orders, happened);
                        return null;
                    })).toList();
            try {
                await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(10)).until(
                        () -> accepted() - before >= ordersBeforeFault || work.stream().anyMatch(Future::isDone));
                fault.run();
            } finally {
                happened.countDown();
                recovery.run();
            }
            for (var one : work) {
                get(one);
            }
        }
    }

    private void order(int buyer, int orders, CountDownLatch faultHappened) throws InterruptedException {
        for (var order = 0; order < orders; order++) {
            if (order == orders - HELD_BACK) {
                faultHappened.await();
            }
            all.get(buyer).order(products.get((buyer + order) % products.size()));
        }
    }

    private static void get(Future<?> work) throws Exception {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }
}
