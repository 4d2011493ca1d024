package dev.ashlar.analytics.ranking;

import dev.ashlar.analytics.ShopProperties;
import dev.ashlar.chassis.observability.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The ranking in the shop's currency as a sorted set in the cache Redis, by quantity. Scores are absolute, so writing one twice does no harm. It lives
 * for a minute from when it was filled: that bounds how long it can lack a change that did not reach it (ADR 8).
 */
@Component
class Leaderboard {

    private static final Logger log = LoggerFactory.getLogger(Leaderboard.class);
    private static final String PREFIX = "analytics:top-products:";
    private static final Duration TTL = Duration.ofSeconds(60);
    private static final RedisScript<Long> FILL = script("fill");
    private static final RedisScript<Long> UPDATE = script("update");

    private final StringRedisTemplate redis;
    private final String currency;
    private final String key;

    Leaderboard(StringRedisTemplate cacheRedis, ShopProperties shop) {
        this.redis = cacheRedis;
        this.currency = shop.currency();
        this.key = PREFIX + currency;
    }

    /** The first so many, best first; none if the board is missing or Redis is away. */
    List<UUID> top(int limit) {
        return ask(() -> Objects.requireNonNull(redis.opsForZSet().reverseRange(key, 0, limit - 1)).stream()
                .map(UUID::fromString).toList(), List.of());
    }

    /** Puts a new board in the place of what there is. */
    void fill(List<ProductFigures> products) {
        if (!products.isEmpty()) {
            run(FILL, Stream.concat(Stream.of(TTL.toSeconds()), pairs(products)));
        }
    }

    @TransactionalEventListener
    void update(QuantitiesChanged change) {
        if (change.currency().equals(currency)) {
            run(UPDATE, pairs(change.products()));
        }
    }

    private void run(RedisScript<Long> script, Stream<?> arguments) {
        ask(() -> redis.execute(script, List.of(key), arguments.map(Object::toString).toArray()), 0L);
    }

    private static <T> T ask(Supplier<T> command, T otherwise) {
        try {
            return command.get();
        } catch (DataAccessException | IllegalArgumentException e) { // away, or garbled
            log.atDebug().addKeyValue("cause", Cause.of(e)).log("The leaderboard is away");
            return otherwise;
        }
    }

    private static Stream<?> pairs(List<ProductFigures> products) {
        return products.stream().flatMap(product -> Stream.of(product.quantity(), product.productId()));
    }

    private static RedisScript<Long> script(String name) {
        return RedisScript.of(new ClassPathResource("ranking/" + name + ".lua"), Long.class);
    }
}
