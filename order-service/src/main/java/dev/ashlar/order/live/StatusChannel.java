package dev.ashlar.order.live;

import dev.ashlar.chassis.observability.Cause;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells all instances which orders have changed, by Pub/Sub of the cache Redis. A message may be lost: the database is the truth, and
 * {@link StreamUpdates} reads it at intervals anyway.
 */
@Component
public class StatusChannel {

    static final String NAME = "order-status";

    /** Any text that is no id of an order. */
    private static final String PROBE = "probe";
    private static final Logger log = LoggerFactory.getLogger(StatusChannel.class);

    /** Messages above this number are dropped, which a slow Redis causes. */
    private static final int QUEUE = 10_000;

    private final StringRedisTemplate redis;
    private final LettuceConnectionFactory connections;
    private final BlockingQueue<String> outgoing = new ArrayBlockingQueue<>(QUEUE);
    private @Nullable StatefulRedisPubSubConnection<String, String> subscription;
    private volatile long lastMessageNanos = System.nanoTime() - Long.MAX_VALUE / 2;

    StatusChannel(StringRedisTemplate cacheRedis, LettuceConnectionFactory cacheRedisConnections) {
        this.redis = cacheRedis;
        this.connections = cacheRedisConnections;
    }

    /** Never blocks. */
    public void changed(UUID order) {
        var _ = outgoing.offer(order.toString());
    }

    /** Sends itself a message, which shows that the subscription works. */
    void probe() {
        var _ = outgoing.offer(PROBE);
    }

    /** Publishes the next message. Waits until there is one. */
    void publishNext() throws InterruptedException {
        var message = outgoing.take();
        try {
            redis.convertAndSend(NAME, message);
        } catch (DataAccessException e) {
            log.atDebug().addKeyValue("cause", Cause.of(e)).log("A change of an order was not published to Redis");
        }
    }

    long nanosSinceLastMessage() {
        return System.nanoTime() - lastMessageNanos;
    }

    /** Replaces the subscription. Lettuce restores it by itself if its connection breaks, but not if the connection is silent. */
    void subscribe(Consumer<UUID> changed) {
        close();
        try {
            var client = (RedisClient) connections.getRequiredNativeClient();
            var connection = client.connectPubSub();
            subscription = connection;
            connection.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    lastMessageNanos = System.nanoTime();
                    if (!message.equals(PROBE)) {
                        changed.accept(UUID.fromString(message));
                    }
                }
            });
            connection.sync().subscribe(NAME);
        } catch (RedisException e) {
            log.atDebug().addKeyValue("cause", Cause.of(e)).log("The subscription to changes of orders failed");
        }
    }

    void close() {
        var connection = subscription;
        if (connection != null) {
            subscription = null;
            connection.closeAsync();
        }
    }
}
