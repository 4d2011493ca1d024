package dev.ashlar.user.session;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets sessions that have expired, and their tokens with them. */
@Component
class ExpiredSessions {

    private static final Logger log = LoggerFactory.getLogger(ExpiredSessions.class);

    private final UserSessions sessions;
    private final Clock clock;

    ExpiredSessions(UserSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void delete() {
        try {
            var deleted = sessions.deleteExpired(clock.instant());
            log.atDebug().addKeyValue("sessions", deleted).log("Forgot expired sessions");
        } catch (DataAccessException e) {
            log.atWarn().addKeyValue("cause", e.getClass().getSimpleName())
                    .log("Expired sessions stay for another hour");
        }
    }
}
