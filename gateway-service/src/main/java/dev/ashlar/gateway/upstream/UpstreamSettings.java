package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.upstream.balance.Algorithm;
import dev.ashlar.gateway.upstream.health.HealthSettings;
import dev.ashlar.gateway.upstream.health.OutlierSettings;
import dev.ashlar.gateway.upstream.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/**
 * An upstream of the configuration file.
 *
 * @param by for {@code consistent-hash}
 * @param health null: no active checks
 * @param tls null: the JVM's certificate authorities
 */
public record UpstreamSettings(String name, InstanceList instances, Algorithm algorithm, HashKey by,
        @Nullable HealthSettings health, OutlierSettings outliers, UpstreamLimits limits, Timeouts timeouts,
        @Nullable TlsSettings tls) {}
