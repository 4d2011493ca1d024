package dev.ashlar.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.GatewayTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

@GatewayTest
class KnownGatewaysIT {

    private final String key = "limit:gateways:" + UUID.randomUUID();
    private final SharedStore store = new SharedStore();

    @Autowired
    StringRedisTemplate cacheRedis;

    @Test
    void countsTheGatewaysThatAreAlive() {
        var first = gateway(cacheRedis);
        var second = gateway(cacheRedis);
        assertThat(first.count()).isEqualTo(1);

        first.beat();
        second.beat();
        first.beat();

        assertThat(first.count()).isEqualTo(2);
        assertThat(second.count()).isEqualTo(2);
    }

    @Test
    void forgetsAGatewayWithoutHeartbeats() {
        gateway(cacheRedis).beat();
        var survivor = gateway(cacheRedis);
        survivor.beat();
        assertThat(survivor.count()).isEqualTo(2);

        await().untilAsserted(() -> {
            survivor.beat();
            assertThat(survivor.count()).isEqualTo(1);
        });
    }

    @Test
    void keepsTheLastNumberWithoutRedis() {
        var redis = new FailingRedis(cacheRedis.getRequiredConnectionFactory());
        var gateway = gateway(redis);
        gateway(cacheRedis).beat();
        gateway.beat();
        redis.away = true;

        gateway.beat();

        assertThat(gateway.count()).isEqualTo(2);
        assertThat(store.isAway()).isTrue();
    }

    private static final class FailingRedis extends StringRedisTemplate {

        private boolean away;

        FailingRedis(RedisConnectionFactory connections) {
            super(connections);
        }

        @Override
        public <T> T execute(RedisScript<T> script, List<String> keys, Object... args) {
            if (away) {
                throw new RedisConnectionFailureException("away");
            }
            return super.execute(script, keys, args);
        }
    }

    private KnownGateways gateway(StringRedisTemplate redis) {
        return new KnownGateways(redis, store, key, Duration.ofSeconds(1));
    }
}
