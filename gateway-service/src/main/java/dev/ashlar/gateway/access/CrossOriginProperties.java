package dev.ashlar.gateway.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param allowedOrigins each has a scheme, a host and an optional port (RFC 6454), but no path. {@code *} allows any origin */
@Validated
@ConfigurationProperties("ashlar.cors")
record CrossOriginProperties(
        @DefaultValue List<@NotNull @Pattern(regexp = "\\*|https?://[^/\\s]+", message = "must be an origin such as https://shop.example") String> allowedOrigins) {}
