package dev.ashlar.user.token;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.chassis.security.RedisJwkSource;
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
 * Copies the public keys to the session Redis, where every service reads them (ADR 10): before the first request, then every minute.
 * If Redis loses its data, the keys are back within a second. The context is created before the first copy, because that must work
 * without a store (ADR 30).
 */
@Component
class KeyPublication implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KeyPublication.class);

    private final KeyRing keyRing;
    private final StringRedisTemplate sessionRedis;
    private volatile boolean published = true;
    private volatile boolean running;

    KeyPublication(KeyRing keyRing, StringRedisTemplate sessionRedis) {
        this.keyRing = keyRing;
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

    /** Starts after the connections to Redis and before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void repeat() {
        try {
            keyRing.refresh();
        } finally {
            publish(); // if the database is unavailable, the keys that were read last
        }
    }

    /** Without the keys, a service that starts cannot check any token. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void publishIfMissing() {
        if (!published || isMissing()) {
            publish();
        }
    }

    private boolean isMissing() {
        try {
            return !Boolean.TRUE.equals(sessionRedis.hasKey(RedisJwkSource.KEY));
        } catch (DataAccessException _) {
            return true; // publish() fails too, and logs the failure once
        }
    }

    private void publish() {
        try {
            sessionRedis.opsForValue().set(RedisJwkSource.KEY, keyRing.publicKeys().toString(true));
            published = true;
        } catch (DataAccessException | TransactionException e) {
            if (published) {
                log.atWarn().addKeyValue("cause", Cause.of(e))
                        .log("Cannot publish the public keys; retrying every second");
            }
            published = false;
        }
    }
}
