package dev.ashlar.user.token;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How signing keys are kept.
 *
 * @param signingKeySecret what their private halves are encrypted under: 32 bytes in base64
 * @param signingKeyMaxAge how old a key may be before the next one is made
 */
@Validated
@ConfigurationProperties("ashlar.user")
record SigningProperties(
        @NotBlank(message = "SIGNING_KEY_SECRET must be set: 32 random bytes in base64") String signingKeySecret,
        @DefaultValue("30d") Duration signingKeyMaxAge) {

    @Override
    public String toString() {
        return "SigningProperties[signingKeyMaxAge=" + signingKeyMaxAge + "]";
    }
}
