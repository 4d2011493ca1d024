package dev.ashlar.gateway.proxy;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long and how often services are called.
 *
 * @param maxConnections to all services
 * @param maxConnectionsPerInstance to one instance of one
 * @param connectTimeout the longest wait for a connection, be it a new one or one of the pool
 * @param responseTimeout the longest silence of a service that has the request
 */
@Validated
@ConfigurationProperties("ashlar.proxy")
record ProxyProperties(@DefaultValue("200") @Min(1) int maxConnections,
        @DefaultValue("100") @Min(1) int maxConnectionsPerInstance, @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("30s") Duration responseTimeout) {}
