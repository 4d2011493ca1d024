package dev.ashlar.chassis.redis;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The addresses and timeouts of the two Redis instances.
 *
 * @param sessionsUrl {@code redis://[user:password@]host:port} of the session Redis; {@code rediss://} with TLS
 * @param cacheUrl the same for the cache Redis
 * @param trust a PEM file of the certificates to trust with {@code rediss://}. Empty means those that Java trusts
 * @param timeout for a TCP connection, and for waiting while another thread makes one
 * @param commandTimeout for a command. If Redis is dead, the watchdog ends the command sooner (ADR 34)
 */
@Validated
@ConfigurationProperties("ashlar.redis")
record RedisProperties(@NotBlank String sessionsUrl, @NotBlank String cacheUrl,
        @DefaultValue("") String trust, @DefaultValue("500ms") Duration timeout,
        @DefaultValue("3s") Duration commandTimeout) {}
