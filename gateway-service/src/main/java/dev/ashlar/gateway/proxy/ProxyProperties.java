package dev.ashlar.gateway.proxy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long and how often services are called.
 *
 * @param connectTimeout the longest wait for a connection, be it a new one or one of the pool
 * @param responseTimeout the longest silence of a service that has the request
 * @param clientTimeout how long, in sum, a client may keep a service waiting that has more to send than can be read ahead
 */
@Validated
@ConfigurationProperties("ashlar.proxy")
record ProxyProperties(@DefaultValue("1s") Duration connectTimeout, @DefaultValue("30s") Duration responseTimeout,
        @DefaultValue("10s") Duration clientTimeout) {}
