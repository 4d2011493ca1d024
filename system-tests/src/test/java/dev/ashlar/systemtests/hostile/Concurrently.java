package dev.ashlar.systemtests.hostile;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs tasks that all begin at the same moment. */
final class Concurrently {

    private Concurrently() {}

    static <T> List<T> times(int times, IntFunction<T> task) {
        var ready = new CountDownLatch(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times).mapToObj(i -> threads.submit(() -> {
                ready.countDown();
                ready.await();
                return task.apply(i);
            })).toList();
            return running.stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    throw new AssertionError("One of " + times + " side by side failed", e);
                }
            }).toList();
        }
    }
}
