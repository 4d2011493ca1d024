package dev.ashlar.user.token;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the signing keys.
 *
 * @param signingKeySecret encrypts the private halves; 32 bytes in base64
 * @param signingKeyMaxAge age of the newest key at which the next one is created
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
