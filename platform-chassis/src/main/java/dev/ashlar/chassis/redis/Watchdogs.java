package dev.ashlar.chassis.redis;

import dev.ashlar.chassis.observability.Cause;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the watchdogs of all Redis instances tick, on a platform thread: it gets a core as often as Lettuce's threads do. */
final class Watchdogs implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watchdogs.class);

    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("redis-watchdog").factory());

    Watchdogs(List<GuardedRedis> redis) {
        var watchdogs = redis.stream().map(GuardedRedis::watchdog).toList();
        thread.scheduleWithFixedDelay(() -> watchdogs.forEach(Watchdogs::tick), 0, Watchdog.TICK.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** An exception would end all further ticks. */
    private static void tick(Watchdog watchdog) {
        try {
            watchdog.tick();
        } catch (RuntimeException e) {
            Cause.trace(log.atError(), e).log("A Redis watchdog failed");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
