package dev.ashlar.gateway.upstream.health;

import dev.ashlar.gateway.upstream.tls.TlsSettings;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The instance that a check calls.
 *
 * @param tls for {@code https}. Null: the JVM's certificate authorities
 */
public record CheckTarget(HttpHost address, @Nullable TlsSettings tls) {}
