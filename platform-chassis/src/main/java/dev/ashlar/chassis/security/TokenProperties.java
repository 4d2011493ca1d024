package dev.ashlar.chassis.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an access token must say (RFC 9068).
 *
 * @param tokenIssuer its {@code iss}; never taken from the {@code Host} header
 * @param tokenAudience its {@code aud}
 */
@Validated
@ConfigurationProperties("ashlar.security")
public record TokenProperties(@NotBlank String tokenIssuer,
        @NotBlank @DefaultValue("ashlar-api") String tokenAudience) {}
