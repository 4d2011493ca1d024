package dev.ashlar.gateway.tls;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param plainPort the port without TLS
 * @param publicPort the port of {@code https} URLs, as clients see it
 * @param redirect true redirects requests without TLS, except those for the health endpoints
 * @param hstsMaxAge the time for which browsers use TLS only (RFC 6797); zero makes browsers forget earlier values
 */
@ConfigurationProperties("ashlar.tls")
record TlsProperties(boolean enabled, int plainPort, int publicPort, boolean redirect, Duration hstsMaxAge) {}
