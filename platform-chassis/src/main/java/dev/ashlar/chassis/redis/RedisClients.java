package dev.ashlar.chassis.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import java.io.File;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Makes the connections and the template of one Redis instance, with the timeouts of {@link RedisProperties}. */
record RedisClients(RedisProperties properties, ClientResources resources) {

    /** A command waits while Lettuce reconnects. If Redis is dead, the watchdog ends the wait. */
    LettuceConnectionFactory connections(String url) {
        var options = ClientOptions.builder().disconnectedBehavior(DisconnectedBehavior.ACCEPT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(properties.timeout()).keepAlive(true).build())
                .timeoutOptions(TimeoutOptions.enabled(properties.commandTimeout()));
        if (!properties.trust().isBlank()) {
            options.sslOptions(SslOptions.builder().trustManager(new File(properties.trust())).build());
        }
        var address = address(url);
        var client = LettuceClientConfiguration.builder().apply(address).clientResources(resources)
                .clientOptions(options.build()).commandTimeout(properties.commandTimeout()).build();
        return new LettuceConnectionFactory(LettuceConnectionFactory.createRedisConfiguration(address), client);
    }

    /** @param instance {@code sessions} or {@code cache} */
    GuardedRedis template(String instance, String url, LettuceConnectionFactory connections) {
        return new GuardedRedis(instance, connections, address(url), properties.timeout());
    }

    private RedisURI address(String url) {
        var address = RedisURI.create(url);
        address.setTimeout(properties.commandTimeout());
        return address;
    }
}
