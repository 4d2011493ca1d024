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

/**
 * The ranking in the shop's currency: a sorted set in the cache Redis, by quantity. Scores are absolute, so duplicate writes are
 * harmless. The set expires a minute after it was filled, so a lost update is missing for a minute at most (ADR 8).
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

    /** The products with the most pieces sold. Empty if the set is missing or Redis is unavailable. */
    List<UUID> top(int limit) {
        return execute(() -> Objects.requireNonNull(redis.opsForZSet().reverseRange(key, 0, limit - 1)).stream()
                .map(UUID::fromString).toList(), List.of());
    }

    /** Removes the set. Without Redis, the set expires within a minute. */
    void clear() {
        execute(() -> redis.delete(key), false);
    }

    /** Replaces the set. */
    void fill(List<ProductFigures> products) {
        if (!products.isEmpty()) {
            run(FILL, Stream.concat(Stream.of(TTL.toSeconds()), pairs(products)));
        }
    }

    /** Sets the quantities of these products. Throws no exception, because the caller's transaction is already committed. */
    void update(String currency, List<ProductFigures> products) {
        if (!currency.equals(this.currency)) {
            return;
        }
        try {
            run(UPDATE, pairs(products));
        } catch (RuntimeException e) {
            Cause.trace(log.atError(), e).log("The leaderboard could not be updated");
        }
    }

    private void run(RedisScript<Long> script, Stream<?> arguments) {
        execute(() -> redis.execute(script, List.of(key), arguments.map(Object::toString).toArray()), 0L);
    }

    private static <T> T execute(Supplier<T> command, T fallback) {
        try {
            return command.get();
        } catch (DataAccessException | IllegalArgumentException e) { // Redis is unavailable, or a member is no UUID
            log.atDebug().addKeyValue("cause", Cause.of(e)).log("The leaderboard is unavailable");
            return fallback;
        }
    }

    private static Stream<?> pairs(List<ProductFigures> products) {
        return products.stream().flatMap(product -> Stream.of(product.quantity(), product.productId()));
    }

    private static RedisScript<Long> script(String name) {
        return RedisScript.of(new ClassPathResource("ranking/" + name + ".lua"), Long.class);
    }
}
