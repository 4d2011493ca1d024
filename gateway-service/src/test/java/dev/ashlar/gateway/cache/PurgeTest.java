package dev.ashlar.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PurgeTest {

    private static final String FRESH = "Cache-Control: max-age=60";
    private final CachedSite site = new CachedSite();

    @Test
    void purgesBySurrogateKey() {
        site.responds(200, "a", FRESH, "Surrogate-Key: color-red shape-round");
        site.send("GET", "/a");
        site.responds(200, "b", FRESH, "Surrogate-Key: color-blue");
        site.send("GET", "/b");

        site.cache.purgeSurrogateKey("shape-round");

        assertThat(site.cache.figures()).satisfies(figures -> {
            assertThat(figures.entries()).isEqualTo(1);
            assertThat(figures.purged()).isEqualTo(1);
            assertThat(figures.misses()).isEqualTo(2);
        });
    }

    @Test
    void purgesAPathWithAllItsQueries() {
        site.responds(200, "a", FRESH);
        site.send("GET", "/a?x=1");
        site.send("GET", "/a?x=2");
        site.send("GET", "/ab");

        site.cache.purgePath("/a");

        assertThat(site.cache.figures().entries()).isEqualTo(1);
    }

    @Test
    void purgesAll() {
        site.responds(200, "a", FRESH);
        site.get();

        site.cache.purgeAll();

        assertThat(site.cache.figures().entries()).isZero();
        assertThat(site.cache.figures().bytes()).isZero();
    }

    @Test
    void storesNoResponseWhoseFetchBeganBeforeThePurgeOfItsKey() {
        site.responds(_ -> {
            site.cache.purgeSurrogateKey("color-red");
            return site.response(200, "old", FRESH, "Surrogate-Key: color-red");
        });
        site.get();
        site.responds(200, "new", FRESH, "Surrogate-Key: color-red");

        assertThat(site.get().body()).isEqualTo("new");
        assertThat(site.get().body()).isEqualTo("new");
        assertThat(site.requests).hasSize(2);
    }

    @Test
    void storesNoProductsWhileTheirChangesAreUnknown() {
        site.responds(200, "a", FRESH, "Surrogate-Key: product-1");
        site.get();
        site.get();
        assertThat(site.requests).hasSize(2);
        site.cache.setStoresProducts(true);
        site.get();
        site.get();
        assertThat(site.requests).hasSize(3);

        site.cache.setStoresProducts(false);
        site.get();

        assertThat(site.requests).hasSize(4);
    }

    @Test
    void staysWithinItsSize() {
        var small = new CachedSite(DataSize.ofKilobytes(100), Duration.ofSeconds(5));
        small.responds(200, "x".repeat(1_000), FRESH);

        IntStream.range(0, 500).forEach(i -> small.send("GET", "/" + i));

        assertThat(small.cache.figures().bytes()).isLessThanOrEqualTo(100 * 1_024).isPositive();
    }

    @Test
    void storesNoBodyAboveTheLimit() {
        site.responds(200, "x".repeat(65 * 1_024), FRESH);
        site.get();

        assertThat(site.get().body()).hasSize(65 * 1_024);
        assertThat(site.requests).hasSize(2);
    }

    @Test
    void sendsOneRequestForConcurrentMisses() throws Exception {
        var started = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        site.responds(_ -> {
            started.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return site.response(200, "a", FRESH);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> site.get());
            started.await();
            var others = IntStream.range(0, 500).mapToObj(_ -> threads.submit(() -> site.get())).toList();
            release.countDown();

            assertThat(first.get().body()).isEqualTo("a");
            for (var other : others) {
                assertThat(other.get().body()).isEqualTo("a");
            }
        }
        assertThat(site.requests).hasSize(1);
    }

    @Test
    void waitsForAHungFetchOnlyOnce() throws Exception {
        var impatient = new CachedSite(DataSize.ofMegabytes(1), Duration.ofMillis(100));
        var both = new CountDownLatch(2);
        impatient.responds(_ -> {
            both.countDown();
            try {
                both.await(); // ends only if the second request does not wait for the first one
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return impatient.response(200, "a", FRESH);
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 2).forEach(_ -> threads.submit(() -> impatient.get()));
        }
        assertThat(impatient.requests).hasSize(2);
    }

    @Test
    void remembersThatAResponseCannotBeStored() {
        site.responds(200, "a", "Cache-Control: no-store");
        site.get();
        var both = new CountDownLatch(2);
        site.responds(_ -> {
            both.countDown();
            try {
                both.await(); // ends only if both requests reach the origin at once
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return site.response(200, "a", "Cache-Control: no-store");
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 2).forEach(_ -> threads.submit(() -> site.get()));
        }
        assertThat(site.requests).hasSize(3);
    }
}
