package dev.ashlar.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.chassis.secrets.SecretRefused;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class KeyCipherTest {

    private static final byte[] KEY = "a private key".getBytes();

    private final KeyCipher cipher = cipher((byte) 1);

    @Test
    void decryptsItsCiphertext() {
        assertThat(cipher.decrypt("kid", cipher.encrypt("kid", KEY))).isEqualTo(KEY);
    }

    @Test
    void encryptsTheSameTextDifferentlyEachTime() {
        assertThat(cipher.encrypt("kid", KEY)).isNotEqualTo(cipher.encrypt("kid", KEY));
    }

    @Test
    void refusesACiphertextWithAnotherKeyId() {
        assertThatThrownBy(() -> cipher.decrypt("other", cipher.encrypt("kid", KEY)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesTheVariableWhenTheSecretIsDifferent() {
        assertThatThrownBy(() -> cipher((byte) 2).decrypt("kid", cipher.encrypt("kid", KEY)))
                .hasMessageContaining("SIGNING_KEY_SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "c2hvcnQ="})
    void refusesMalformedSecretsWithoutQuotingThem(String secret) {
        assertThatThrownBy(() -> cipher(secret, "demo")).isInstanceOf(SecretRefused.class)
                .hasMessage("SIGNING_KEY_SECRET is not 32 bytes in base64.").hasNoCause();
    }

    @Test
    void requiresARandomSecretOutsideTheDemo() {
        var sample = Base64.getEncoder().encodeToString(new byte[32]);

        assertThatThrownBy(() -> cipher(sample)).hasMessage("SIGNING_KEY_SECRET is not random.");
        assertThatCode(() -> cipher(sample, "demo")).doesNotThrowAnyException();
    }

    private static KeyCipher cipher(byte first) {
        var secret = new byte[32];
        secret[0] = first;
        return cipher(Base64.getEncoder().encodeToString(secret), "demo");
    }

    private static KeyCipher cipher(String secret, String... profiles) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        return new KeyCipher(new SigningProperties(secret, Duration.ofDays(30)), environment);
    }
}
