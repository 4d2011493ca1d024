package dev.ashlar.gateway.limit;

import dev.ashlar.chassis.observability.Cause;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Remembers whether the cache Redis responded to the last command, and logs each change. Thread-safe. */
final class SharedStore {

    private static final Logger log = LoggerFactory.getLogger(SharedStore.class);

    private final AtomicBoolean away = new AtomicBoolean();

    boolean isAway() {
        return away.get();
    }

    void responded() {
        if (away.get() && away.compareAndSet(true, false)) {
            log.atInfo().log("The cache Redis is available: all gateways share the rate limits again");
        }
    }

    /** @param gateways among which this gateway divides the limits */
    void failed(DataAccessException e, int gateways) {
        if (away.compareAndSet(false, true)) {
            log.atWarn().addKeyValue("cause", Cause.of(e)).addKeyValue("gateways", gateways)
                    .log("The cache Redis is unavailable: each gateway limits its own share");
        }
    }
}
