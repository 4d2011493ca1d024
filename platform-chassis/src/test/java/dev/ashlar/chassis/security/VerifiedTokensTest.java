package dev.ashlar.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class VerifiedTokensTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TOKEN = "header.claims.signature";

    private final StringRedisTemplate redis = mock(StringRedisTemplate.class, RETURNS_DEEP_STUBS);
    private final JwtDecoder decoder = mock(JwtDecoder.class);
    private final Clock clock = mock(Clock.class);
    private Instant now = START;
    private final RedisJwkSource keys = new RedisJwkSource(redis, clock);
    private final VerifiedTokens tokens = new VerifiedTokens(new TokenVerifier(decoder), keys, clock,
            () -> Duration.between(START, now).toNanos());

    @BeforeEach
    void publishAKeyAndATokenOfFiveMinutes() throws KeySourceException {
        when(clock.instant()).thenAnswer(_ -> now);
        publish("a");
        readKeys();
        expiresIn(300);
    }

    @Test
    void verifiesATokenOnce() {
        assertThat(tokens.verify(TOKEN)).isEqualTo(tokens.verify(TOKEN));

        verifications(1);
    }

    @Test
    void verifiesAnotherTokenByItself() {
        tokens.verify(TOKEN);
        tokens.verify(TOKEN + "A");

        verify(decoder, times(1)).decode(TOKEN + "A");
    }

    @Test
    void verifiesATokenAgainAfter60Seconds() {
        tokens.verify(TOKEN);

        after(59);
        tokens.verify(TOKEN);
        verifications(1);

        after(1);
        tokens.verify(TOKEN);
        verifications(2);
    }

    @Test
    void refusesATokenThatExpiresWhileItIsRemembered() {
        expiresIn(20);
        tokens.verify(TOKEN);

        after(20);
        refuseFromNowOn();

        assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> tokens.verify(TOKEN));
    }

    @Test
    void verifiesAgainAsSoonAsTheServiceKnowsAnotherKeySet() throws KeySourceException {
        tokens.verify(TOKEN);
        publish("b");
        after(31);
        readUnknownKey();
        refuseFromNowOn();

        assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> tokens.verify(TOKEN));
    }

    @Test
    void readsTheKeysEveryMinuteAlthoughEachTokenIsRemembered() {
        after(50);
        tokens.verify(TOKEN);
        publish("b");
        refuseFromNowOn();

        after(11);
        await().untilAsserted(
                () -> assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> tokens.verify(TOKEN)));
    }

    @Test
    void remembersTokensAfterAReadOfTheSameKeys() throws KeySourceException {
        tokens.verify(TOKEN);
        after(31);
        readUnknownKey();

        tokens.verify(TOKEN);

        verifications(1);
    }

    @Test
    void remembersNoInvalidToken() {
        refuseFromNowOn();
        for (var i = 0; i < 2; i++) {
            assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> tokens.verify(TOKEN));
        }

        verifications(2);
        assertThat(tokens.size()).isZero();
    }

    @Test
    void remembersABoundedNumberOfTokens() {
        for (var i = 0; i < VerifiedTokens.MAX_ENTRIES + 100; i++) {
            tokens.verify(TOKEN + i);
        }

        assertThat(tokens.size()).isLessThanOrEqualTo(VerifiedTokens.MAX_ENTRIES);
    }

    private void after(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private void expiresIn(int seconds) {
        when(decoder.decode(anyString())).thenReturn(Jwt.withTokenValue("t").header("alg", "RS256")
                .subject(UUID.randomUUID().toString()).claim("sid", UUID.randomUUID().toString())
                .expiresAt(now.plusSeconds(seconds)).build());
    }

    private void refuseFromNowOn() {
        when(decoder.decode(anyString())).thenThrow(new BadJwtException("refused"));
    }

    private void verifications(int expected) {
        verify(decoder, times(expected)).decode(TOKEN);
    }

    private void publish(String... ids) {
        var published = Arrays.stream(ids)
                .<JWK>map(id -> new OctetSequenceKey.Builder(id.getBytes()).keyID(id).build()).toList();
        when(redis.opsForValue().get(RedisJwkSource.KEY)).thenReturn(new JWKSet(published).toString(false));
    }

    private void readKeys() throws KeySourceException {
        keys.get(selector("a"), null);
    }

    private void readUnknownKey() throws KeySourceException {
        keys.get(selector("unknown"), null);
    }

    private static JWKSelector selector(String kid) {
        return new JWKSelector(
                JWKMatcher.forJWSHeader(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build()));
    }
}
