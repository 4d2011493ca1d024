package dev.ashlar.cache;

import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.testing.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The timeouts of Redis are long, so a busy machine causes no outage. */
@SpringBootTest
@WithInfrastructure(parts = REDIS)
class CacheAsideIT {

    private final String key = "sample:" + UUID.randomUUID();

    @Autowired
    private CacheAside cache;

    @Autowired
    private StringRedisTemplate cacheRedis;

    @Autowired
    private MeterRegistry meters;

    @Test
    void loadsOnceAndCachesTheValueForAnHour() {
        assertThat(read("old", 1)).isEqualTo("old");
        assertThat(read("not loaded", 2)).isEqualTo("old");
        assertThat(cacheRedis.getExpire(key, TimeUnit.MILLISECONDS)).isBetween(3_595_000L, 3_600_000L);
    }

    @Test
    void loadsAgainAfterAnEviction() {
        read("old", 1);
        cache.evict(key, 2);
        assertThat(read("new", 2)).isEqualTo("new");
    }

    @Test
    void keepsASlowReaderFromCachingAnOldValue() {
        var slow = cache.get(key, String.class, () -> {
            cache.evict(key, 2); // the change commits after the reader has read
            return new Versioned<>(1, "old");
        });
        assertThat(slow).isEqualTo("old");
        assertThat(cacheRedis.hasKey(key)).isFalse();
        assertThat(read("new", 2)).isEqualTo("new");
    }

    @Test
    void loadsAgainForAReaderIfAChangeCommitsMeanwhile() {
        var version = new AtomicInteger(1);
        var read = cache.get(key, String.class, () -> {
            var found = new Versioned<>(version.get(), "version " + version);
            if (version.compareAndSet(1, 2)) {
                cache.evict(key, 2);
            }
            return found;
        });
        assertThat(read).isEqualTo("version 2");
        assertThat(cacheRedis.opsForValue().get(key)).isEqualTo("\"version 2\"");
    }

    @Test
    void keepsTheFloorAfterALateEvictionOfAnOlderVersion() {
        cache.evict(key, 3);
        cache.evict(key, 2);
        read("old", 2);
        assertThat(cacheRedis.hasKey(key)).isFalse();
    }

    @Test
    void loadsAnExpiredKeyOnceForManyConcurrentReaders() throws Exception {
        read("expired", 1);
        cacheRedis.delete(key);
        var loads = new AtomicInteger();
        var missedBefore = misses();

        var results = read(500, () -> {
            loads.incrementAndGet();
            awaitMisses(missedBefore + 500);
            return new Versioned<>(1, "value");
        });

        for (var result : results) {
            assertThat(result.get()).isEqualTo("value");
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void throwsTheLoadersExceptionToAllWaitingReadersAndCachesNothing() throws Exception {
        var missedBefore = misses();
        var results = read(50, () -> {
            awaitMisses(missedBefore + 50);
            throw new NoSuchElementException("no such sample");
        });

        for (var result : results) {
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(result::get)
                    .withCauseInstanceOf(NoSuchElementException.class).withMessageContaining("no such sample");
        }
        assertThat(cacheRedis.hasKey(key)).isFalse();
        assertThat(read("found", 1)).isEqualTo("found");
    }

    @Test
    void limitsTheWaitForALoaderThatHangs() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = readers.submit(() -> cache.get(key, String.class, () -> {
                begun.countDown();
                waitFor(end);
                return new Versioned<>(1, "late");
            }));
            begun.await();

            assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> read("not loaded", 1));
            end.countDown();
            assertThat(first.get()).isEqualTo("late");
        }
    }

    @Test
    void startsANewLoaderForReadersAfterAnEviction() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = readers.submit(() -> cache.get(key, String.class, () -> {
                begun.countDown();
                waitFor(end);
                return new Versioned<>(1, "old");
            }));
            begun.await();
            cache.evict(key, 2);

            assertThat(read("new", 2)).isEqualTo("new");
            end.countDown();
            slow.get();
        }
        assertThat(cacheRedis.opsForValue().get(key)).isEqualTo("\"new\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "{", "[]", "{}", "\"a\" \"b\"", "\u0000"})
    void treatsAnUnreadableValueAsAbsent(String garbage) {
        cacheRedis.opsForValue().set(key, garbage);
        assertThat(read("value", 1)).isEqualTo("value");
        assertThat(cacheRedis.opsForValue().get(key)).isEqualTo("\"value\"");
    }

    @Test
    void loadsTheValueIfTheKeyHasAnotherRedisType() {
        cacheRedis.opsForList().leftPush(key, "element");
        assertThat(read("value", 1)).isEqualTo("value");
        cache.evictOrThrow(key, 2);
        assertThat(cacheRedis.hasKey(key)).isFalse();
    }

    @Test
    void ignoresAFloorOfAnotherRedisType() {
        cacheRedis.opsForList().leftPush(key + ":floor", "element");
        assertThat(read("value", 1)).isEqualTo("value");
        cache.evictOrThrow(key, 2);
        assertThat(cacheRedis.opsForValue().get(key + ":floor")).isEqualTo("2");
    }

    @Test
    void ignoresAFloorThatIsNotANumber() {
        cacheRedis.opsForValue().set(key + ":floor", "garbage");
        assertThat(read("value", 1)).isEqualTo("value");
        cache.evictOrThrow(key, 2);
        assertThat(cacheRedis.opsForValue().get(key + ":floor")).isEqualTo("2");
    }

    private List<Future<String>> read(int readers, Supplier<Versioned<String>> loader) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, readers)
                    .mapToObj(_ -> threads.submit(() -> cache.get(key, String.class, loader))).toList();
        }
    }

    /** Waits until all readers have missed, but less than their timeout. A later reader finds the loaded value. */
    private void awaitMisses(double expected) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        while (misses() < expected && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private double misses() {
        return meters.counter("ashlar.cache.requests", "result", "miss").count();
    }

    private String read(String value, long version) {
        return cache.get(key, String.class, () -> new Versioned<>(version, value));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
