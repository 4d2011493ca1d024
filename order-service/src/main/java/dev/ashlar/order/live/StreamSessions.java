package dev.ashlar.order.live;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.chassis.security.Session;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the streams of ended sessions. Looks all sessions up together, four times a second. If the session Redis is unavailable for a
 * second, ends all streams, as requests get 503 then (ADR 8).
 */
@Component
class StreamSessions {

    private static final Logger log = LoggerFactory.getLogger(StreamSessions.class);
    private static final long LONGEST_OUTAGE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int BATCH = 500;

    private final StatusStreams streams;
    private final StringRedisTemplate redis;
    private long lastLookUpNanos = System.nanoTime();

    StreamSessions(StatusStreams streams, StringRedisTemplate sessionRedis) {
        this.streams = streams;
        this.redis = sessionRedis;
    }

    @Scheduled(fixedDelay = 250)
    void check() {
        var sessions = new HashSet<UUID>();
        streams.all().forEach(stream -> sessions.add(stream.session()));
        try {
            close(ended(List.copyOf(sessions)));
            lastLookUpNanos = System.nanoTime();
        } catch (DataAccessException e) {
            if (System.nanoTime() - lastLookUpNanos > LONGEST_OUTAGE_NANOS) {
                log.atDebug().addKeyValue("cause", Cause.of(e)).log("Sessions are unavailable; all streams end");
                close(sessions);
            }
        }
    }

    private Set<UUID> ended(List<UUID> sessions) {
        var ended = new HashSet<UUID>();
        for (var from = 0; from < sessions.size(); from += BATCH) {
            var batch = sessions.subList(from, Math.min(sessions.size(), from + BATCH));
            var found = Objects.requireNonNull(redis.opsForValue().multiGet(batch.stream().map(Session::key).toList()));
            for (var i = 0; i < batch.size(); i++) {
                if (found.get(i) == null) {
                    ended.add(batch.get(i));
                }
            }
        }
        return ended;
    }

    private void close(Collection<UUID> sessions) {
        if (!sessions.isEmpty()) {
            streams.all().filter(stream -> sessions.contains(stream.session())).forEach(StatusStream::close);
        }
    }
}
