package dev.ashlar.chassis.idempotency;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Sweeps expired keys, so that the table does not grow for ever. */
class ExpiredKeys {

    private static final Logger log = LoggerFactory.getLogger(ExpiredKeys.class);

    private final IdempotencyKeys keys;
    private final Clock clock;

    ExpiredKeys(IdempotencyKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            var deleted = keys.deleteExpired(clock.instant());
            log.atDebug().addKeyValue("deleted", deleted).log("Swept expired idempotency keys");
        } catch (DataAccessException e) {
            log.atWarn().addKeyValue("cause", e.getClass().getSimpleName())
                    .log("Expired idempotency keys stay for another ten minutes");
        }
    }
}
