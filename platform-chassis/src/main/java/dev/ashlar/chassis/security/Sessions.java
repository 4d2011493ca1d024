package dev.ashlar.chassis.security;

import java.util.Optional;
import java.util.UUID;
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
    Optional<Session> find(UUID sessionId) {
        try {
            return Optional.ofNullable(redis.opsForValue().get(Session.key(sessionId))).map(this::read);
        } catch (DataAccessException | JacksonException e) {
            throw new SessionStoreUnavailable(e);
        }
    }

    /** Null is JSON, too, but no session: only where there is no value at all has it ended. */
    private Session read(String value) {
        Session session = json.readValue(value, Session.class);
        if (session == null) {
            throw new SessionStoreUnavailable(new IllegalStateException("A session is null"));
        }
        return session;
    }
}
