package dev.ashlar.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;

/** The application starts and reads while Redis is down. */
@SpringBootTest(properties = {"REDIS_CACHE_URL=redis://127.0.0.1:9", "spring.data.redis.connect-timeout=500ms"})
class WithoutRedisTest {

    @Autowired
    private CacheAside cache;

    @Autowired
    private HealthIndicator cacheHealthIndicator;

    @Test
    void loadsAndCountsAnError() {
        assertThat(cache.get("key", String.class, () -> new Versioned<>(1, "loaded"))).isEqualTo("loaded");
        cache.evict("key", 2);

        var health = cacheHealthIndicator.health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("errors", 1L).containsEntry("hit_ratio", 0.0);
    }
}
