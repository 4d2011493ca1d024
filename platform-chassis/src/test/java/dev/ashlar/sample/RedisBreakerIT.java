package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.ashlar.cache.CacheAside;
import dev.ashlar.cache.Versioned;
import dev.ashlar.chassis.redis.GuardedRedis;
import dev.ashlar.testing.FaultProxy;
import dev.ashlar.testing.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.redis.core.SessionCallback;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
@DirtiesContext
class RedisBreakerIT {

    private static final FaultProxy WIRE = FaultProxy.toCacheRedis();

    private final String key = "sample:" + UUID.randomUUID();

    @Autowired
    private GuardedRedis cacheRedis;

    @Autowired
    private CacheAside cache;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void cacheByWire(DynamicPropertyRegistry properties) {
        properties.add("ashlar.redis.cache-url", WIRE::url);
    }

    @AfterEach
    void mend() {
        WIRE.mend();
        await().ignoreExceptions().untilAsserted(() -> cacheRedis.hasKey(key));
    }

    @Test
    void refusesCallsImmediatelyWhileRedisHangs() {
        hang();
        var before = cacheRedis.refused();

        for (var call = 0; call < 100; call++) {
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> cacheRedis.hasKey(key));
        }

        assertThat(cacheRedis.refused() - before).isGreaterThan(90);
        assertThat(cacheRedis.state()).isNotEqualTo("closed");
        assertThat(meters.get("ashlar.redis.open").tag("instance", "cache").gauge().value()).isOne();
        assertThat(meters.get("ashlar.redis.refused").tag("instance", "cache").functionCounter().count())
                .isEqualTo(cacheRedis.refused());
    }

    @Test
    void staysClosedDuringASlowCommandIfRedisRepliesToOthers() {
        for (var call = 0; call < 4; call++) {
            assertThat(cacheRedis.opsForList().leftPop(key, Duration.ofMillis(600))).isNull();
        }
        assertThat(cacheRedis.state()).isEqualTo("closed");
    }

    @Test
    void waitsForANewConnectionAfterRedisClosedTheOldOne() {
        cacheRedis.opsForValue().set(key, "value");
        WIRE.drop();

        assertThat(cacheRedis.opsForValue().get(key)).isEqualTo("value");
        assertThat(cacheRedis.state()).isEqualTo("closed");
    }

    @Test
    void letsTheCacheReadFromTheDatabaseWhileRedisHangs() {
        cache.get(key, String.class, () -> new Versioned<>(1, "old"));
        hang();

        assertThat(cache.get(key, String.class, () -> new Versioned<>(2, "from the database")))
                .isEqualTo("from the database");
        cache.evict(key, 2);
    }

    @Test
    void closesWhenRedisRepliesAgain() {
        cacheRedis.opsForValue().set(key, "value");
        hang();

        WIRE.mend();

        await().ignoreExceptions().until(() -> "value".equals(cacheRedis.opsForValue().get(key)));
        assertThat(cacheRedis.state()).isEqualTo("closed");
    }

    @Test
    void reconnectsToARedisThatWasDown() {
        cacheRedis.opsForValue().set(key, "value");
        WIRE.cut();
        open();

        WIRE.mend();

        await().ignoreExceptions().until(() -> "value".equals(cacheRedis.opsForValue().get(key)));
    }

    @Test
    void dropsAConnectionWithoutReplies() {
        cacheRedis.opsForValue().set(key, "value");
        WIRE.strand();

        await().ignoreExceptions().until(() -> "value".equals(cacheRedis.opsForValue().get(key)));
    }

    @Test
    void dropsAConnectionWithoutRepliesIfOnlyTheHealthCheckUsesIt() {
        cacheRedis.ping();
        WIRE.strand();

        await().ignoreExceptions().untilAsserted(cacheRedis::ping);
    }

    @Test
    void callsRedisAgainAfterACallThatThrewAnError() {
        hang();
        WIRE.mend();
        await().ignoreExceptions().untilAsserted(() -> assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> cacheRedis.execute((RedisCallback<String>) _ -> {
                    throw new StackOverflowError("as told");
                })));

        await().ignoreExceptions().until(() -> !cacheRedis.hasKey(key));
    }

    @Test
    void closesAfterAHealthCheckThatPassesTheOpenBreaker() {
        hang();
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(cacheRedis::ping);

        WIRE.mend();
        cacheRedis.ping();

        assertThat(cacheRedis.state()).isEqualTo("closed");
    }

    @Test
    void countsAnErrorOfRedisAsAReply() {
        cacheRedis.opsForValue().set(key, "text");
        for (var call = 0; call < 10; call++) {
            assertThatExceptionOfType(RedisSystemException.class)
                    .isThrownBy(() -> cacheRedis.opsForList().leftPush(key, "element"));
        }
        assertThat(cacheRedis.state()).isEqualTo("closed");
    }

    @Test
    void countsTheCommandsOfACallbackAsOneCall() {
        hang();
        WIRE.mend();

        await().ignoreExceptions().until(() -> cacheRedis.executePipelined(new SessionCallback<>() {
            @Override
            @SuppressWarnings("unchecked")
            public <K, V> Object execute(RedisOperations<K, V> redis) {
                redis.opsForValue().set((K) key, (V) "a");
                redis.opsForValue().get(key);
                return null;
            }
        }), replies -> replies.contains("a"));
        assertThat(cacheRedis.state()).isEqualTo("closed");
    }

    private void hang() {
        cacheRedis.hasKey(key);
        WIRE.hang();
        open();
    }

    private void open() {
        await().ignoreExceptions().until(() -> {
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> cacheRedis.hasKey(key));
            return cacheRedis.state().equals("open");
        });
    }
}
