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

/** No pause of a busy machine is an outage here: Redis may take its time. */
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
    void loadsOnceAndKeepsTheValueForAnHour() {
        assertThat(read("old", 1)).isEqualTo("old");
        assertThat(read("never asked for", 2)).isEqualTo("old");
        assertThat(cacheRedis.getExpire(key, TimeUnit.MILLISECONDS)).isBetween(3_595_000L, 3_600_000L);
    }

    @Test
    void forgetsTheValueWhenItHasChanged() {
        read("old", 1);
        cache.evict(key, 2);
        assertThat(read("new", 2)).isEqualTo("new");
    }

    @Test
    void keepsASlowReaderFromPuttingAnOldValueBack() {
        var slow = cache.get(key, String.class, () -> {
            cache.evict(key, 2); // the change commits while the reader still holds what it read before
            return new Versioned<>(1, "old");
        });
        assertThat(slow).isEqualTo("old");
        assertThat(cacheRedis.hasKey(key)).isFalse();
        assertThat(read("new", 2)).isEqualTo("new");
    }

    @Test
    void loadsAgainForAReaderWhomAChangeHasOvertaken() {
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
    void lowersNoFloorWhenALateEvictionOfAnOlderVersionArrives() {
        cache.evict(key, 3);
        cache.evict(key, 2);
        read("old", 2);
        assertThat(cacheRedis.hasKey(key)).isFalse();
    }

    @Test
    void loadsAnExpiredKeyOnceHoweverManyAskForItAtATime() throws Exception {
        read("expired", 1);
        cacheRedis.delete(key);
        var loads = new AtomicInteger();
        var missedBefore = misses();

        var results = ask(500, () -> {
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
    void tellsAllWhoWaitWhatTheLoaderThrewAndKeepsNothingOfIt() throws Exception {
        var missedBefore = misses();
        var results = ask(50, () -> {
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
    void letsNobodyWaitForALoaderThatHangs() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = readers.submit(() -> cache.get(key, String.class, () -> {
                begun.countDown();
                waitFor(end);
                return new Versioned<>(1, "late");
            }));
            begun.await();

            assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> read("never asked for", 1));
            end.countDown();
            assertThat(first.get()).isEqualTo("late");
        }
    }

    @Test
    void letsNobodyWhoAsksAfterAChangeWaitForALoaderFromBefore() throws Exception {
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
    void takesWhatCannotBeReadForAbsent(String garbage) {
        cacheRedis.opsForValue().set(key, garbage);
        assertThat(read("value", 1)).isEqualTo("value");
        assertThat(cacheRedis.opsForValue().get(key)).isEqualTo("\"value\"");
    }

    @Test
    void readsFromTheDatabaseWhereTheKeyHoldsSomethingElse() {
        cacheRedis.opsForList().leftPush(key, "element");
        assertThat(read("value", 1)).isEqualTo("value");
        cache.evictSurely(key, 2);
        assertThat(cacheRedis.hasKey(key)).isFalse();
    }

    @Test
    void ignoresAFloorOfAnotherType() {
        cacheRedis.opsForList().leftPush(key + ":floor", "element");
        assertThat(read("value", 1)).isEqualTo("value");
        cache.evictSurely(key, 2);
        assertThat(cacheRedis.opsForValue().get(key + ":floor")).isEqualTo("2");
    }

    @Test
    void ignoresAFloorThatIsNoVersion() {
        cacheRedis.opsForValue().set(key + ":floor", "garbage");
        assertThat(read("value", 1)).isEqualTo("value");
        cache.evictSurely(key, 2);
        assertThat(cacheRedis.opsForValue().get(key + ":floor")).isEqualTo("2");
    }

    private List<Future<String>> ask(int readers, Supplier<Versioned<String>> loader) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, readers)
                    .mapToObj(_ -> threads.submit(() -> cache.get(key, String.class, loader))).toList();
        }
    }

    /** Until all have looked and found nothing, but for less time than they wait: then the last ones find what was loaded. */
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
