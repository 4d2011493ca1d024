package dev.ashlar.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads, writes and evicts values in Redis. A value is written only if its version is not below the key's floor; both are atomic. */
final class CacheStore {

    private static final Duration TTL = Duration.ofSeconds(3_600);
    private static final RedisScript<Long> PUT = RedisScript.of(new ClassPathResource("cache/put.lua"), Long.class);
    private static final RedisScript<Long> EVICT = RedisScript.of(new ClassPathResource("cache/evict.lua"), Long.class);

    private static final Logger log = LoggerFactory.getLogger(CacheStore.class);

    private final StringRedisTemplate redis;
    private final JsonMapper json;

    CacheStore(StringRedisTemplate redis, JsonMapper strict) {
        this.redis = redis;
        this.json = strict.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    <T> Optional<T> find(String key, Class<T> type) {
        return Optional.ofNullable(redis.opsForValue().get(key)).flatMap(value -> read(value, type));
    }

    /** Treats an unreadable value as absent, because another version of the application may have written it. */
    private <T> Optional<T> read(String value, Class<T> type) {
        try {
            return Optional.ofNullable(json.readValue(value, type)); // the JSON value null
        } catch (JacksonException e) {
            log.atWarn().addKeyValue("type", type.getSimpleName()).addKeyValue("cause", e.getClass().getSimpleName())
                    .log("A cached value is unreadable");
            return Optional.empty();
        }
    }

    /** Returns false if a change has outdated the value. */
    boolean put(String key, Versioned<?> loaded) {
        var value = json.writeValueAsString(loaded.value());
        return Long.valueOf(1).equals(redis.execute(PUT, keys(key), Long.toString(loaded.version()), value, ttl()));
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
