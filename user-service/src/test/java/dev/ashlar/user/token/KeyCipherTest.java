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
        assertThatThrownBy(() -> cipher(secret, "demo")).isInstanceOf(SecretRefused.class)
                .hasMessage("SIGNING_KEY_SECRET is not 32 bytes in base64.").hasNoCause();
    }

    @Test
    void wantsARandomSecretOutsideTheDemo() {
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
