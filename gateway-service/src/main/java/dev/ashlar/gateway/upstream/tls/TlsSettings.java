package dev.ashlar.gateway.upstream.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * TLS towards the instances, all files in PEM.
 *
 * @param trust the certificate authorities. Null: those of the JVM
 * @param certificate for mutual TLS, with {@code key}
 */
public record TlsSettings(@Nullable Path trust, @Nullable Path certificate, @Nullable Path key) {}
