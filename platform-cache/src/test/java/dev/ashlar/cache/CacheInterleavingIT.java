package dev.ashlar.cache;

import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.cache.Interleaving.Step;
import dev.ashlar.testing.WithInfrastructure;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The steps of a reader and a writer of one key run in every possible order. Afterwards the cache has no old value. The timeouts of
 * Redis are long, so a busy machine causes no outage.
 */
@SpringBootTest
@WithInfrastructure(parts = REDIS)
class CacheInterleavingIT {

    private static final int RUNS = 10_000;
    private static final int KEYS = 16;

    @Autowired
    private CacheAside cache;

    @Autowired
    private StringRedisTemplate cacheRedis;

    @Test
    void leavesNoOldValueInTheCacheAfterAnyOrderOfSteps() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var keys = new ArrayList<Future<?>>();
            for (var key = 0; key < KEYS; key++) {
                keys.add(threads.submit(() -> {
                    var row = new Row("sample:" + UUID.randomUUID(), new AtomicLong());
                    for (var run = 0; run < RUNS / KEYS; run++) {
                        run(row, Interleaving.of(run));
                    }
                    return null;
                }));
            }
            for (var key : keys) {
                key.get();
            }
        }
    }

    /** The row in the database. Its value equals its version. */
    private record Row(String key, AtomicLong version) {

        Versioned<Long> load() {
            var now = version.get();
            return new Versioned<>(now, now);
        }
    }

    private void run(Row row, Interleaving order) throws Exception {
        cacheRedis.delete(row.key()); // as if expired
        var steps = order.begin();
        var writer = Thread.ofVirtual().start(() -> {
            steps.run(Step.COMMIT, row.version()::incrementAndGet);
            steps.run(Step.EVICT, () -> cache.evict(row.key(), row.version().get()));
        });
        read(row, steps);
        writer.join();

        var newest = row.version().toString();
        assertThat(cacheRedis.opsForValue().get(row.key())).as("%s after %s", row.key(), order).isIn(null, newest);
        assertThat(cache.get(row.key(), Long.class, row::load)).hasToString(newest);
    }

    /** The reader's second step, the put, starts when its loader returns and ends when the cache returns. */
    private void read(Row row, Interleaving.Steps steps) {
        var first = new AtomicBoolean(true);
        cache.get(row.key(), Long.class, () -> {
            if (!first.getAndSet(false)) {
                return row.load(); // the second load after a concurrent change
            }
            var loaded = steps.take(Step.LOAD, row::load);
            steps.await(Step.PUT);
            return loaded;
        });
        steps.end(Step.PUT);
    }
}
