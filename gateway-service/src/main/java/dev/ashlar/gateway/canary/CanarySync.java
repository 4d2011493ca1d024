package dev.ashlar.gateway.canary;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.gateway.upstream.UpstreamRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Applies the canaries to the upstreams of this gateway every second. While the session Redis is unavailable, the last ones remain. */
@Component
public class CanarySync {

    private static final Logger log = LoggerFactory.getLogger(CanarySync.class);

    private final Canaries canaries;
    private final UpstreamRegistry upstreams;
    private boolean unavailable;

    CanarySync(Canaries canaries, UpstreamRegistry upstreams) {
        this.canaries = canaries;
        this.upstreams = upstreams;
    }

    @Scheduled(fixedDelay = 1_000)
    void poll() {
        try {
            apply();
            unavailable = false;
        } catch (DataAccessException e) {
            if (!unavailable) {
                log.atWarn().addKeyValue("cause", Cause.of(e))
                        .log("The canaries can't be read: the last ones remain in force");
            }
            unavailable = true;
        }
    }

    /** @throws DataAccessException if the session Redis is unavailable */
    public void apply() {
        var current = canaries.all();
        upstreams.all().forEach(upstream -> upstream.setCanary(current.get(upstream.name())));
    }
}
