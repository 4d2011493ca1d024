package dev.ashlar.user.token;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.chassis.security.SigningKeySet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Copies the public keys to the session Redis, where every service reads them: before the first request, again every
 * minute, and within a second of their loss, which heals a Redis that lost its data (ADR 10). Not while the context is being made,
 * which must be possible without a store (ADR 30).
 */
@Component
class KeyPublication implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KeyPublication.class);

    private final KeyRing ring;
    private final StringRedisTemplate sessionRedis;
    private volatile boolean published = true;
    private volatile boolean running;

    KeyPublication(KeyRing ring, StringRedisTemplate sessionRedis) {
        this.ring = ring;
        this.sessionRedis = sessionRedis;
    }

    @Override
    public void start() {
        publish();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the connections to Redis, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void repeat() {
        try {
            ring.refresh();
        } finally {
            publish(); // the keys of a minute ago, if the database is away
        }
    }

    /** While they are not there, a service that starts can check nobody's token. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void makeSure() {
        if (!published || isLost()) {
            publish();
        }
    }

    private boolean isLost() {
        try {
            return !Boolean.TRUE.equals(sessionRedis.hasKey(SigningKeySet.KEY));
        } catch (DataAccessException _) {
            return true; // the attempt to publish says it, once
        }
    }

    private void publish() {
        try {
            sessionRedis.opsForValue().set(SigningKeySet.KEY, ring.publicKeys().toString(true));
            published = true;
        } catch (DataAccessException | TransactionException e) {
            if (published) {
                log.atWarn().addKeyValue("cause", Cause.of(e))
                        .log("The public keys can't be published; tried again each second");
            }
            published = false;
        }
    }
}
