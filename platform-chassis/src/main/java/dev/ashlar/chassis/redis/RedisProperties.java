package dev.ashlar.chassis.redis;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the two Redis instances are.
 *
 * @param sessionsUrl {@code redis://[user:password@]host:port} of the instance that never evicts; {@code rediss://} with TLS
 * @param cacheUrl the same for the instance that may lose everything
 * @param trust a PEM file of the certificates to trust with {@code rediss://}; empty: those that Java trusts
 * @param timeout the longest to wait for a TCP connection, or for another thread that is making one
 * @param commandTimeout the longest a command may take while Redis lives; the watchdog ends it sooner if Redis is dead (ADR 34)
 */
@Validated
@ConfigurationProperties("ashlar.redis")
record RedisProperties(@NotBlank String sessionsUrl, @NotBlank String cacheUrl,
        @DefaultValue("") String trust, @DefaultValue("500ms") Duration timeout,
        @DefaultValue("3s") Duration commandTimeout) {}
