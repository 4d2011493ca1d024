package dev.ashlar.user.session;

import dev.ashlar.chassis.security.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The session Redis, where every service looks (ADR 8). What can't be done there fails: there is no second best. */
@Component
class LiveSessions {

    private final StringRedisTemplate sessionRedis;
    private final JsonMapper json;

    LiveSessions(StringRedisTemplate sessionRedis, JsonMapper json) {
        this.sessionRedis = sessionRedis;
        this.json = json;
    }

    void put(UserSession session, Set<String> roles, Instant now) {
        var value = json.writeValueAsString(new Session(session.userId(), roles));
        sessionRedis.opsForValue().set(Session.key(session.id()), value, Duration.between(now, session.expiresAt()));
    }

    void remove(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            sessionRedis.delete(ids.stream().map(Session::key).toList());
        }
    }
}
