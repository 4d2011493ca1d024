package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.chassis.cache.CacheAside;
import dev.ashlar.chassis.cache.Versioned;
import dev.ashlar.testing.WithInfrastructure;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;

@SpringBootTest(properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
class CacheAsideIT {

    private final String key = "sample:" + UUID.randomUUID();

    @Autowired
    private CacheAside cache;

    @Autowired
    private StringRedisTemplate cacheRedis;

    @Test
    void loadsOnceAndKeepsTheValueForAnHour() {
        assertThat(read("old", 1)).isEqualTo("old");
        assertThat(read("never asked for", 2)).isEqualTo("old");
        assertThat(cacheRedis.getExpire(key)).isBetween(3_595L, 3_600L);
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
    void lowersNoFloorWhenALateEvictionOfAnOlderVersionArrives() {
        cache.evict(key, 3);
        cache.evict(key, 2);
        read("old", 2);
        assertThat(cacheRedis.hasKey(key)).isFalse();
    }

    @Test
    void loadsAKeyOnceHoweverManyAskForItAtATime() throws Exception {
        var loads = new AtomicInteger();
        var asked = new CountDownLatch(1);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = IntStream.range(0, 100)
                    .mapToObj(_ -> readers.submit(() -> cache.get(key, String.class, () -> {
                        loads.incrementAndGet();
                        await(asked);
                        return new Versioned<>(1, "value");
                    }))).toList();
            asked.countDown();
            for (var result : results) {
                assertThat(result.get()).isEqualTo("value");
            }
        }
        assertThat(loads).hasValue(1);
    }

    private String read(String value, long version) {
        return cache.get(key, String.class, () -> new Versioned<>(version, value));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
