package dev.ashlar.chassis.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * One template for each of the two Redis instances (ADR 8). A command fails at once while its instance is away, so that the
 * caller decides: sessions fail closed, the cache fails open.
 */
@AutoConfiguration(before = DataRedisAutoConfiguration.class)
@EnableConfigurationProperties(RedisProperties.class)
class RedisConfiguration {

    @Bean(destroyMethod = "shutdown")
    ClientResources lettuceResources() {
        return ClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2)
                .reconnectDelay(
                        Delay.exponential(Duration.ofMillis(50), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS))
                .build();
    }

    @Bean
    LettuceConnectionFactory sessionRedisConnections(RedisProperties properties, ClientResources resources) {
        return connections(properties.sessionsUrl(), properties.timeout(), resources);
    }

    @Bean
    LettuceConnectionFactory cacheRedisConnections(RedisProperties properties, ClientResources resources) {
        return connections(properties.cacheUrl(), properties.timeout(), resources);
    }

    @Bean
    StringRedisTemplate sessionRedis(LettuceConnectionFactory sessionRedisConnections) {
        return new StringRedisTemplate(sessionRedisConnections);
    }

    @Bean
    StringRedisTemplate cacheRedis(LettuceConnectionFactory cacheRedisConnections) {
        return new StringRedisTemplate(cacheRedisConnections);
    }

    private static LettuceConnectionFactory connections(String url, Duration timeout, ClientResources resources) {
        var options = ClientOptions.builder().disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(timeout.multipliedBy(2)).keepAlive(true).build())
                .timeoutOptions(TimeoutOptions.enabled(timeout)).build();
        var client = LettuceClientConfiguration.builder().clientResources(resources).clientOptions(options)
                .commandTimeout(timeout).build();
        return new LettuceConnectionFactory(LettuceConnectionFactory.createRedisConfiguration(RedisURI.create(url)),
                client);
    }
}
