package dev.ashlar.chassis.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import tools.jackson.databind.json.JsonMapper;

/** The cache's two writes, each atomic in Redis: a value is put only if its version is not below the key's floor. */
final class CacheStore {

    private static final Duration TTL = Duration.ofSeconds(3_600);
    private static final RedisScript<Long> PUT = RedisScript.of(new ClassPathResource("cache/put.lua"), Long.class);
    private static final RedisScript<Long> EVICT = RedisScript.of(new ClassPathResource("cache/evict.lua"), Long.class);

    private final StringRedisTemplate redis;
    private final JsonMapper json;

    CacheStore(StringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    <T> Optional<T> find(String key, Class<T> type) {
        return Optional.ofNullable(redis.opsForValue().get(key)).map(value -> json.readValue(value, type));
    }

    void put(String key, Versioned<?> loaded) {
        redis.execute(PUT, keys(key), Long.toString(loaded.version()), json.writeValueAsString(loaded.value()), ttl());
    }

    void evict(String key, long version) {
        redis.execute(EVICT, keys(key), Long.toString(version), ttl());
    }

    private static List<String> keys(String key) {
        return List.of(key, key + ":floor");
    }

    private static String ttl() {
        return Long.toString(TTL.toSeconds());
    }
}
