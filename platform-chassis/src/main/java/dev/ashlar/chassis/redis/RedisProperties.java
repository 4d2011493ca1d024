package dev.ashlar.chassis.redis;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the two Redis instances are.
 *
 * @param sessionsUrl {@code redis://[user:password@]host:port} of the instance that never evicts
 * @param cacheUrl the same for the instance that may lose everything
 * @param timeout the longest a command may take, and each of the two steps of making a connection
 */
@Validated
@ConfigurationProperties("ashlar.redis")
record RedisProperties(@NotBlank String sessionsUrl, @NotBlank String cacheUrl,
        @DefaultValue("500ms") Duration timeout) {}
