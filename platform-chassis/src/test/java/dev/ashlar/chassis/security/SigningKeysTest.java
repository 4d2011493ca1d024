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

class SigningKeysTest {

    private static final RSAKey KEY = key("known");

    private final StringRedisTemplate redis = mock(StringRedisTemplate.class, RETURNS_DEEP_STUBS);
    private final AtomicLong seconds = new AtomicLong(1_000);

    /** Every look at it finds that time has passed, as it does between threads. */
    private final Clock clock = mock(Clock.class);
    private final AtomicLong looks = new AtomicLong();
    private final SigningKeys keys = new SigningKeys(redis, clock);

    SigningKeysTest() {
        when(clock.instant()).thenAnswer(_ -> Instant.ofEpochSecond(seconds.get(), looks.incrementAndGet()));
    }

    @Test
    void findsAKeyThatWasPublished() throws Exception {
        published(KEY);

        assertThat(keyFor("known")).containsExactly(KEY.toPublicJWK());
    }

    @Test
    void findsNoneForATokenThatNamesNone() throws Exception {
        published(KEY);

        assertThat(keyFor(null)).isEmpty();
    }

    @Test
    void readsAgainForAnUnknownKeyButNotTwiceInHalfAMinute() throws Exception {
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
    void readsOnceHoweverManyAskAtATime() throws Exception {
        published(KEY);
        keyFor("known");
        seconds.addAndGet(31);

        var all = new CyclicBarrier(20);
        try (var callers = Executors.newFixedThreadPool(20)) {
            for (var asked : IntStream.range(0, 20).mapToObj(_ -> callers.submit(() -> {
                all.await();
                return keyFor("unknown");
            })).toList()) {
                assertThat(asked.get()).isEmpty();
            }
        }
        reads(2);
    }

    @Test
    void findsANewKeyHalfAMinuteAfterTheLastRead() throws Exception {
        published(KEY);
        keyFor("known");
        var rotated = key("rotated");
        published(KEY, rotated);
        seconds.addAndGet(31);

        assertThat(keyFor("rotated")).containsExactly(rotated.toPublicJWK());
    }

    @Test
    void keepsTheLastGoodKeysWhileRedisIsAway() throws Exception {
        published(KEY);
        keyFor("known");
        when(redis.opsForValue().get(SigningKeySet.KEY)).thenThrow(new RedisConnectionFailureException("away"));
        seconds.addAndGet(Duration.ofHours(1).toSeconds());

        assertThat(keyFor("known")).hasSize(1);
    }

    @Test
    void cannotTellAnUnknownKeyFromANewOneWhileRedisIsAway() throws Exception {
        published(KEY);
        keyFor("known");
        when(redis.opsForValue().get(SigningKeySet.KEY)).thenThrow(new RedisConnectionFailureException("away"));
        seconds.addAndGet(31);

        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keyFor("new"));
        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keyFor("new"));

        reset(redis.opsForValue());
        published(KEY);
        seconds.addAndGet(2);
        assertThat(keyFor("unknown")).isEmpty();
    }

    @Test
    void cannotTellWithoutAnyKeys() {
        when(redis.opsForValue().get(SigningKeySet.KEY)).thenReturn("garbage");

        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keyFor("known"));
    }

    @Test
    void tellsAllWhoWaitedForOneReadThatItFailed() {
        var go = new CountDownLatch(1);
        var untold = new AtomicInteger(10);
        when(redis.opsForValue().get(SigningKeySet.KEY)).thenAnswer(_ -> {
            go.await();
            throw new RedisConnectionFailureException("away");
        });
        var callers = IntStream.range(0, 10).mapToObj(_ -> Thread.ofPlatform().start(() -> {
            assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keyFor("known"));
            untold.decrementAndGet();
        })).toList();
        await().until(() -> callers.stream().filter(caller -> caller.getState() == Thread.State.BLOCKED).count() == 9);

        go.countDown();

        await().until(() -> untold.get() == 0);
        reads(1);
    }

    private List<JWK> keyFor(@Nullable String kid) throws KeySourceException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build();
        return keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
    }

    private void published(RSAKey... published) {
        when(redis.opsForValue().get(SigningKeySet.KEY))
                .thenReturn(new JWKSet(List.<JWK>of(published)).toPublicJWKSet().toString());
    }

    private void reads(int expected) {
        verify(redis.opsForValue(), times(expected)).get(SigningKeySet.KEY);
    }

    private static RSAKey key(String kid) {
        try {
            return new RSAKeyGenerator(2_048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
