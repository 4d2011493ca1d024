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
 * A reader and a writer of one key meet in every order that their steps can have; afterwards the cache holds nothing old. No pause
 * of a busy machine is an outage here.
 */
@SpringBootTest
@WithInfrastructure(parts = REDIS)
class CacheInterleavingIT {

    private static final int ROUNDS = 10_000;
    private static final int KEYS = 16;

    @Autowired
    private CacheAside cache;

    @Autowired
    private StringRedisTemplate cacheRedis;

    @Test
    void leavesNothingOldInTheCacheInWhateverOrderAReaderAndAWriterMeet() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var keys = new ArrayList<Future<?>>();
            for (var key = 0; key < KEYS; key++) {
                keys.add(threads.submit(() -> {
                    var row = new Row("sample:" + UUID.randomUUID(), new AtomicLong());
                    for (var round = 0; round < ROUNDS / KEYS; round++) {
                        meet(row, Interleaving.of(round));
                    }
                    return null;
                }));
            }
            for (var key : keys) {
                key.get();
            }
        }
    }

    /** What the database has: the version that was committed last is the value, too. */
    private record Row(String key, AtomicLong version) {

        Versioned<Long> load() {
            var now = version.get();
            return new Versioned<>(now, now);
        }
    }

    private void meet(Row row, Interleaving order) throws Exception {
        cacheRedis.delete(row.key()); // it has expired
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

    /** The reader's second step, the put, begins when its loader returns and has ended when the cache answers. */
    private void read(Row row, Interleaving.Steps steps) {
        var first = new AtomicBoolean(true);
        cache.get(row.key(), Long.class, () -> {
            if (!first.getAndSet(false)) {
                return row.load(); // overtaken, and loading again
            }
            var loaded = steps.take(Step.LOAD, row::load);
            steps.await(Step.PUT);
            return loaded;
        });
        steps.end(Step.PUT);
    }
}
