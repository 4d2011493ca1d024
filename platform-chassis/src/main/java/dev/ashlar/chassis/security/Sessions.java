package dev.ashlar.chassis.security;

import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Looks sessions up, in one round trip each. */
final class Sessions {

    private final StringRedisTemplate redis;
    private final JsonMapper json;

    Sessions(StringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /** @throws SessionStoreUnavailable if Redis does not answer */
    Optional<Session> find(String sessionId) {
        try {
            return Optional.ofNullable(redis.opsForValue().get(Session.key(sessionId)))
                    .map(value -> json.readValue(value, Session.class));
        } catch (DataAccessException e) {
            throw new SessionStoreUnavailable(e);
        }
    }
}
