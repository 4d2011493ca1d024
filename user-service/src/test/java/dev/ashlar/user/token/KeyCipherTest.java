package dev.ashlar.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCipherTest {

    private static final byte[] KEY = "a private key".getBytes();

    private final KeyCipher cipher = cipher((byte) 1);

    @Test
    void opensWhatItSealed() {
        assertThat(cipher.open("kid", cipher.seal("kid", KEY))).isEqualTo(KEY);
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(cipher.seal("kid", KEY)).isNotEqualTo(cipher.seal("kid", KEY));
    }

    @Test
    void refusesAKeyUnderAnotherId() {
        assertThatThrownBy(() -> cipher.open("other", cipher.seal("kid", KEY)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesTheVariableIfTheSecretIsAnother() {
        assertThatThrownBy(() -> cipher((byte) 2).open("kid", cipher.seal("kid", KEY)))
                .hasMessageContaining("SIGNING_KEY_SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "c2hvcnQ="})
    void refusesUnusableSecretsWithoutQuotingThem(String secret) {
        assertThatThrownBy(() -> new KeyCipher(new SigningProperties(secret, Duration.ofDays(30))))
                .hasMessage("SIGNING_KEY_SECRET must be 32 bytes in base64").hasNoCause();
    }

    private static KeyCipher cipher(byte first) {
        var secret = new byte[32];
        secret[0] = first;
        return new KeyCipher(
                new SigningProperties(Base64.getEncoder().encodeToString(secret), Duration.ofDays(30)));
    }
}
