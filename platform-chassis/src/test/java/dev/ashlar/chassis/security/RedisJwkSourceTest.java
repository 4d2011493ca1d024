package dev.ashlar.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisJwkSourceTest {

    private static final RSAKey KEY = key("known");

    private final StringRedisTemplate redis = mock(StringRedisTemplate.class, RETURNS_DEEP_STUBS);
    private final AtomicLong seconds = new AtomicLong(1_000);

    /** Advances by a nanosecond with each call, so that no two threads read the same instant. */
    private final Clock clock = mock(Clock.class);
    private final AtomicLong nanos = new AtomicLong();
    private final RedisJwkSource keys = new RedisJwkSource(redis, clock);

    RedisJwkSourceTest() {
        when(clock.instant()).thenAnswer(_ -> Instant.ofEpochSecond(seconds.get(), nanos.incrementAndGet()));
    }

    @Test
    void findsAPublishedKey() throws Exception {
        published(KEY);

        assertThat(keyFor("known")).containsExactly(KEY.toPublicJWK());
    }

    @Test
    void findsNoKeyForATokenWithoutKeyId() throws Exception {
        published(KEY);

        assertThat(keyFor(null)).isEmpty();
    }

    @Test
    void readsAtMostEvery30SecondsForUnknownKeys() throws Exception {
        published(KEY);
        keyFor("known");

        for (var i = 0; i < 10; i++) {
            assertThat(keyFor("unknown")).isEmpty();
        }
        reads(1);

        seconds.addAndGet(31);
        for (var i = 0; i < 10; i++) {
            assertThat(keyFor("unknown")).isEmpty();
        }
        reads(2);
    }

    @Test
    void readsOnceForConcurrentCallers() throws Exception {
        published(KEY);
        keyFor("known");
        seconds.addAndGet(31);

        var all = new CyclicBarrier(20);
        try (var callers = Executors.newFixedThreadPool(20)) {
            for (var result : IntStream.range(0, 20).mapToObj(_ -> callers.submit(() -> {
                all.await();
                return keyFor("unknown");
            })).toList()) {
                assertThat(result.get()).isEmpty();
            }
        }
        reads(2);
    }

    @Test
    void findsANewKey30SecondsAfterTheLastRead() throws Exception {
        published(KEY);
        keyFor("known");
        var rotated = key("rotated");
        published(KEY, rotated);
        seconds.addAndGet(31);

        assertThat(keyFor("rotated")).containsExactly(rotated.toPublicJWK());
    }

    @Test
    void keepsTheLastGoodKeysAfterEachFailedRenewal() throws Exception {
        published(KEY);
        keyFor("known");
        when(redis.opsForValue().get(RedisJwkSource.KEY)).thenThrow(new RedisConnectionFailureException("away"));

        for (var hour = 1; hour <= 3; hour++) {
            var expectedReads = 1 + hour;
            seconds.addAndGet(Duration.ofHours(1).toSeconds());
            await().untilAsserted(() -> {
                assertThat(keyFor("known")).containsExactly(KEY.toPublicJWK());
                reads(expectedReads);
            });
        }
    }

    @Test
    void replacesTheKeysOnceAMinute() throws Exception {
        published(KEY);
        keyFor("known");
        var rotated = key("known");
        published(rotated);

        seconds.addAndGet(59);
        assertThat(keyFor("known")).containsExactly(KEY.toPublicJWK());
        reads(1);
        seconds.addAndGet(2);
        await().untilAsserted(() -> assertThat(keyFor("known")).containsExactly(rotated.toPublicJWK()));
        reads(2);
    }

    @Test
    void failsForAnUnknownKeyWhileRedisIsUnavailable() throws Exception {
        published(KEY);
        keyFor("known");
        when(redis.opsForValue().get(RedisJwkSource.KEY)).thenThrow(new RedisConnectionFailureException("away"));
        seconds.addAndGet(31);

        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keyFor("new"));
        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keyFor("new"));

        reset(redis.opsForValue());
        published(KEY);
        seconds.addAndGet(2);
        assertThat(keyFor("unknown")).isEmpty();
    }

    @Test
    void failsWithoutReadableKeys() {
        when(redis.opsForValue().get(RedisJwkSource.KEY)).thenReturn("garbage");

        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keyFor("known"));
    }

    @Test
    void sharesAFailedReadWithAllWaitingCallers() {
        var go = new CountDownLatch(1);
        var waiting = new AtomicInteger(10);
        when(redis.opsForValue().get(RedisJwkSource.KEY)).thenAnswer(_ -> {
            go.await();
            throw new RedisConnectionFailureException("away");
        });
        var callers = IntStream.range(0, 10).mapToObj(_ -> Thread.ofPlatform().start(() -> {
            assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keyFor("known"));
            waiting.decrementAndGet();
        })).toList();
        await().until(() -> callers.stream().filter(caller -> caller.getState() == Thread.State.BLOCKED).count() == 9);

        go.countDown();

        await().until(() -> waiting.get() == 0);
        reads(1);
    }

    private List<JWK> keyFor(@Nullable String kid) throws KeySourceException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build();
        return keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
    }

    private void published(RSAKey... published) {
        when(redis.opsForValue().get(RedisJwkSource.KEY))
                .thenReturn(new JWKSet(List.<JWK>of(published)).toPublicJWKSet().toString());
    }

    private void reads(int expected) {
        verify(redis.opsForValue(), times(expected)).get(RedisJwkSource.KEY);
    }

    private static RSAKey key(String kid) {
        try {
            return new RSAKeyGenerator(2_048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
