package dev.ashlar.gateway.proxy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param connectTimeout for a new connection and for a connection of the pool
 * @param responseTimeout for each read from a service
 * @param clientTimeout the total time for which a slow client may delay a response that is too large for the spool
 */
@Validated
@ConfigurationProperties("ashlar.proxy")
record ProxyProperties(@DefaultValue("1s") Duration connectTimeout, @DefaultValue("30s") Duration responseTimeout,
        @DefaultValue("10s") Duration clientTimeout) {}
