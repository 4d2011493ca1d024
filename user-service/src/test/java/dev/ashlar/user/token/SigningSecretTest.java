package dev.ashlar.user.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.chassis.secrets.SecretRefused;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {

    private final byte[] secret = new byte[32];

    @Test
    void acceptsRandomBytes() {
        for (var draw = 0; draw < 1_000; draw++) {
            new SecureRandom().nextBytes(secret);
            assertThatCode(() -> SigningSecret.requireRandom(secret)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 1, 65, -1})
    void refusesARepeatedByte(byte value) {
        Arrays.fill(secret, value);
        assertRefused(secret);
    }

    @Test
    void refusesCountingBytes() {
        for (var i = 0; i < secret.length; i++) {
            secret[i] = (byte) (120 + i);
        }
        assertRefused(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "demo-only-signing-key-secret-32b",
            "correct horse battery staple 123"})
    void refusesText(String text) {
        assertRefused(text.getBytes(US_ASCII));
    }

    @Test
    void refusesARepeatedSequence() {
        var part = new byte[8];
        new SecureRandom().nextBytes(part);
        for (var i = 0; i < secret.length; i++) {
            secret[i] = part[i % part.length];
        }
        assertRefused(secret);
    }

    private static void assertRefused(byte[] secret) {
        assertThatExceptionOfType(SecretRefused.class).isThrownBy(() -> SigningSecret.requireRandom(secret));
    }
}
