package dev.ashlar.user.session;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.chassis.security.Session;
import dev.ashlar.user.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The copies of live sessions in the session Redis, where every service looks them up (ADR 8). */
@Component
class RedisSessions {

    private static final Logger log = LoggerFactory.getLogger(RedisSessions.class);

    private final Set<SessionId> undeleted = ConcurrentHashMap.newKeySet();

    private final StringRedisTemplate sessionRedis;
    private final JsonMapper json;

    RedisSessions(StringRedisTemplate sessionRedis, JsonMapper json) {
        this.sessionRedis = sessionRedis;
        this.json = json;
    }

    void put(UserSession session, Set<String> roles, Instant now) {
        var value = json.writeValueAsString(new Session(session.userId().value(), roles));
        sessionRedis.opsForValue().set(key(session.id()), value, Duration.between(now, session.expiresAt()));
    }

    void delete(Collection<SessionId> ids) {
        if (!ids.isEmpty()) {
            sessionRedis.delete(ids.stream().map(RedisSessions::key).toList());
        }
    }

    /**
     * Deletes the session. If Redis is unavailable, a job repeats the deletion every second. If the service stops before the job
     * succeeds, the last access token of the session works until that token expires.
     */
    void deleteOrRetryLater(SessionId id) {
        try {
            delete(List.of(id));
        } catch (DataAccessException e) {
            undeleted.add(id);
            log.atWarn().addKeyValue("session_id", id).addKeyValue("cause", Cause.of(e))
                    .log("Cannot delete an ended session from Redis; retrying every second");
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void retryDeletions() {
        var ids = List.copyOf(undeleted);
        delete(ids);
        ids.forEach(undeleted::remove);
    }

    private static String key(SessionId id) {
        return Session.key(id.value());
    }
}
