package dev.ashlar.chassis.security;

import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Looks sessions up, in one round trip each. */
final class Sessions {

    private final StringRedisTemplate redis;
    private final JsonMapper json;

    Sessions(StringRedisTemplate redis, JsonMapper strict) {
        this.redis = redis;
        this.json = strict.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /** @throws SessionStoreUnavailable if Redis does not answer, or not in a way that this version of the platform understands */
    Optional<Session> find(String sessionId) {
        try {
            return Optional.ofNullable(redis.opsForValue().get(Session.key(sessionId)))
                    .map(value -> json.readValue(value, Session.class));
        } catch (DataAccessException | JacksonException e) {
            throw new SessionStoreUnavailable(e);
        }
    }
}
