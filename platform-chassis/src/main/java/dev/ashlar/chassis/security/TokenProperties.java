package dev.ashlar.chassis.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The claims that an access token must have (RFC 9068).
 *
 * @param tokenIssuer {@code iss}; never taken from the {@code Host} header
 * @param tokenAudience {@code aud}
 */
@Validated
@ConfigurationProperties("ashlar.security")
public record TokenProperties(@NotBlank String tokenIssuer,
        @NotBlank @DefaultValue("ashlar-api") String tokenAudience) {}
