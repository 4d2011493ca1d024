package dev.ashlar.testing;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the session Redis in the format of user-service. */
final class TestSessions {

    private static final String KEYS = "jwks";
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Once<RedisCommands<String, String>> REDIS = new Once<>(TestSessions::connect);

    private TestSessions() {}

    static void start(UUID sessionId, UUID userId, List<String> roles) {
        var session = JsonMapper.shared().writeValueAsString(Map.of("user_id", userId, "roles", roles));
        put(sessionId, session);
    }

    static void put(UUID sessionId, String value) {
        REDIS.get().setex(key(sessionId), LIFE.toSeconds(), value);
    }

    static void end(UUID sessionId) {
        REDIS.get().del(key(sessionId));
    }

    /** Keeps the keys that user-service may have published. */
    static void publish(JWK key) {
        var keys = new ArrayList<>(published(REDIS.get().get(KEYS)));
        keys.add(key);
        REDIS.get().set(KEYS, new JWKSet(keys).toString());
    }

    private static List<JWK> published(@Nullable String text) {
        try {
            return text == null ? List.of() : JWKSet.parse(text).getKeys();
        } catch (ParseException e) {
            throw new IllegalStateException("The session Redis holds no key set", e);
        }
    }

    private static String key(UUID sessionId) {
        return "session:" + sessionId;
    }

    private static RedisCommands<String, String> connect() {
        return RedisClient.create(TestInfrastructure.get().backend().redis().sessions()).connect().sync();
    }
}
