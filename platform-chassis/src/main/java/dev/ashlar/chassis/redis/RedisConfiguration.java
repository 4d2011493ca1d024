package dev.ashlar.chassis.redis;

import dev.ashlar.chassis.fault.AddressWatch;
import dev.ashlar.chassis.health.HealthCheck;
import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The session Redis, which every service uses (ADR 8). A call fails immediately while Redis is down or hangs (ADR 26, 34), and the
 * caller decides what that means.
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
    RedisClients redisClients(RedisProperties properties, ClientResources resources) {
        return new RedisClients(properties, resources);
    }

    @Bean
    LettuceConnectionFactory sessionRedisConnections(RedisClients clients, RedisProperties properties) {
        return clients.connections(properties.sessionsUrl());
    }

    @Bean
    GuardedRedis sessionRedis(RedisClients clients, RedisProperties properties,
            LettuceConnectionFactory sessionRedisConnections) {
        return clients.template("sessions", properties.sessionsUrl(), sessionRedisConnections);
    }

    @Bean
    AddressWatch sessionRedisAddress(RedisProperties properties, GuardedRedis sessionRedis) {
        return new AddressWatch(RedisURI.create(properties.sessionsUrl()).getHost(), sessionRedis::reconnect);
    }

    /** Until the session Redis has responded once, a new instance would refuse every access token. */
    @Bean
    HealthCheck sessionRedisCheck(GuardedRedis sessionRedis) {
        return HealthCheck.neededToStart("redis_sessions", sessionRedis::ping);
    }

    @Bean
    WatchdogThread redisWatchdogs(List<GuardedRedis> redis) {
        return new WatchdogThread(redis);
    }

    /** Connects before the port opens, because a first connection takes long while other processes start on the same cores. */
    @Bean
    SmartInitializingSingleton redisConnected(List<GuardedRedis> redis) {
        return () -> redis.forEach(GuardedRedis::connect);
    }

    @Bean
    MeterBinder redisBreakers(List<GuardedRedis> redis) {
        return meters -> redis.forEach(one -> one.measure(meters));
    }

    @Bean
    RedisBreakers redisBreakerStates(List<GuardedRedis> redis) {
        return new RedisBreakers(redis);
    }
}
