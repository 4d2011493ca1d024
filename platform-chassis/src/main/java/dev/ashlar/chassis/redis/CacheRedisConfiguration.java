package dev.ashlar.chassis.redis;

import dev.ashlar.chassis.fault.AddressWatch;
import dev.ashlar.chassis.health.HealthCheck;
import io.lettuce.core.RedisURI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The cache Redis, which may lose all its data (ADR 8). Import it in services that use the cache Redis; the others open no connection
 * to it. The template is the bean {@code cacheRedis}.
 */
@Configuration(proxyBeanMethods = false)
public class CacheRedisConfiguration {

    @Bean
    LettuceConnectionFactory cacheRedisConnections(RedisClients clients, RedisProperties properties) {
        return clients.connections(properties.cacheUrl());
    }

    @Bean
    GuardedRedis cacheRedis(RedisClients clients, RedisProperties properties,
            LettuceConnectionFactory cacheRedisConnections) {
        return clients.template("cache", properties.cacheUrl(), cacheRedisConnections);
    }

    @Bean
    AddressWatch cacheRedisAddress(RedisProperties properties, GuardedRedis cacheRedis) {
        return new AddressWatch(RedisURI.create(properties.cacheUrl()).getHost(), cacheRedis::reconnect);
    }

    @Bean
    HealthCheck cacheRedisCheck(GuardedRedis cacheRedis) {
        return HealthCheck.optional("redis_cache", cacheRedis::ping);
    }
}
