package dev.ashlar.chassis.redis;

import dev.ashlar.chassis.fault.AddressWatch;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * One template for each of the two Redis instances (ADR 8). A command fails at once while its instance is away or hangs (ADR
 * 26, 34), so that the caller decides: sessions fail closed, the cache fails open.
 */
@AutoConfiguration(before = DataRedisAutoConfiguration.class)
@EnableConfigurationProperties(RedisProperties.class)
class RedisConfiguration {

    @Bean(destroyMethod = "shutdown")
    ClientResources lettuceResources() {
        return ClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2)
                .reconnectDelay(
                        Delay.exponential(Duration.ofMillis(50), Duration.ofMillis(500), 2, TimeUnit.MILLISECONDS))
                .build();
    }

    @Bean
    LettuceConnectionFactory sessionRedisConnections(RedisProperties properties, ClientResources resources) {
        return connections(properties.sessionsUrl(), properties, resources);
    }

    @Bean
    LettuceConnectionFactory cacheRedisConnections(RedisProperties properties, ClientResources resources) {
        return connections(properties.cacheUrl(), properties, resources);
    }

    @Bean
    GuardedRedis sessionRedis(LettuceConnectionFactory sessionRedisConnections, RedisProperties properties) {
        return new GuardedRedis("sessions", sessionRedisConnections, address(properties.sessionsUrl(), properties),
                properties.timeout());
    }

    @Bean
    GuardedRedis cacheRedis(LettuceConnectionFactory cacheRedisConnections, RedisProperties properties) {
        return new GuardedRedis("cache", cacheRedisConnections, address(properties.cacheUrl(), properties),
                properties.timeout());
    }

    @Bean
    Watchdogs redisWatchdogs(List<GuardedRedis> redis) {
        return new Watchdogs(redis);
    }

    /** Before the port opens: where others start on the same cores, a first connection takes longer than a caller should wait. */
    @Bean
    SmartInitializingSingleton redisConnected(List<GuardedRedis> redis) {
        return () -> redis.forEach(GuardedRedis::connect);
    }

    @Bean
    AddressWatch sessionRedisAddress(RedisProperties properties, GuardedRedis sessionRedis) {
        return new AddressWatch(RedisURI.create(properties.sessionsUrl()).getHost(), sessionRedis::reconnect);
    }

    @Bean
    AddressWatch cacheRedisAddress(RedisProperties properties, GuardedRedis cacheRedis) {
        return new AddressWatch(RedisURI.create(properties.cacheUrl()).getHost(), cacheRedis::reconnect);
    }

    @Bean
    MeterBinder redisBreakers(List<GuardedRedis> redis) {
        return meters -> redis.forEach(one -> one.measure(meters));
    }

    /** A command waits while Lettuce renews a connection that Redis has closed; if Redis is dead, the watchdog ends the wait. */
    private static LettuceConnectionFactory connections(String url, RedisProperties properties,
            ClientResources resources) {
        var options = ClientOptions.builder().disconnectedBehavior(DisconnectedBehavior.ACCEPT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(properties.timeout()).keepAlive(true).build())
                .timeoutOptions(TimeoutOptions.enabled(properties.commandTimeout()));
        if (!properties.trust().isBlank()) {
            options.sslOptions(SslOptions.builder().trustManager(new File(properties.trust())).build());
        }
        var address = address(url, properties);
        var client = LettuceClientConfiguration.builder().apply(address).clientResources(resources)
                .clientOptions(options.build()).commandTimeout(properties.commandTimeout()).build();
        return new LettuceConnectionFactory(LettuceConnectionFactory.createRedisConfiguration(address), client);
    }

    private static RedisURI address(String url, RedisProperties properties) {
        var address = RedisURI.create(url);
        address.setTimeout(properties.commandTimeout());
        return address;
    }
}
