package dev.ashlar.user.session;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.chassis.security.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The session Redis, where every service looks (ADR 8). What can't be done there fails: there is no second best. */
@Component
class LiveSessions {

    private static final Logger log = LoggerFactory.getLogger(LiveSessions.class);

    private final Set<UUID> overdue = ConcurrentHashMap.newKeySet();

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

    /**
     * For a session that ends whatever Redis does: if that is away, it forgets the session when it is back, lest it let in the last
     * access token again. After a restart in between, that token is good until it expires.
     */
    void removeEventually(UUID id) {
        try {
            remove(List.of(id));
        } catch (DataAccessException e) {
            overdue.add(id);
            log.atWarn().addKeyValue("session_id", id).addKeyValue("cause", Cause.of(e))
                    .log("A session has ended, which Redis is told when it is back");
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void removeOverdue() {
        var due = List.copyOf(overdue);
        remove(due);
        due.forEach(overdue::remove);
    }

    void remove(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            sessionRedis.delete(ids.stream().map(Session::key).toList());
        }
    }
}
