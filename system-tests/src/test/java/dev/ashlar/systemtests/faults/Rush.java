package dev.ashlar.systemtests.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many buyers at once, each with some orders to place, and a fault in their midst. */
record Rush(List<Buyer> buyers, List<UUID> products) {

    /** So many of its orders each buyer keeps until the fault has struck: it meets some, however long it takes to strike. */
    private static final int KEPT = 3;

    /** What happens to the platform meanwhile: a fault, or the end of one. */
    interface Incident {
        void happens() throws Exception;
    }

    static Rush of(int buyers, List<UUID> products) {
        return new Rush(IntStream.range(0, buyers).mapToObj(_ -> new Buyer()).toList(), products);
    }

    /**
     * Each buyer places that many orders; the fault strikes once so many of all were accepted, and the recovery follows, come what
     * may. Returns when all is over.
     */
    void places(int orders, int struckAfter, Incident fault, Incident recovery) throws Exception {
        var accepted = new AtomicInteger();
        var struck = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, buyers.size())
                    .mapToObj(buyer -> threads.submit(() -> {
                        buy(buyer, orders, accepted, struck);
                        return null;
                    })).toList();
            try {
                await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(1))
                        .until(() -> accepted.get() >= struckAfter || work.stream().anyMatch(Future::isDone));
                fault.happens();
            } finally {
                struck.countDown();
                recovery.happens();
            }
            for (var one : work) {
                get(one);
            }
        }
    }

    private void buy(int buyer, int orders, AtomicInteger accepted, CountDownLatch struck) throws InterruptedException {
        for (var order = 0; order < orders; order++) {
            if (order == orders - KEPT) {
                struck.await();
            }
            buyers.get(buyer).buys(products.get((buyer + order) % products.size()));
            accepted.incrementAndGet();
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
