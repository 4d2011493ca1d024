package dev.ashlar.chassis.redis;

import dev.ashlar.chassis.observability.Cause;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ticks the watchdogs of all Redis instances on a platform thread, because that gets a core as often as Lettuce's threads do. */
final class WatchdogThread implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WatchdogThread.class);

    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("redis-watchdog").factory());

    WatchdogThread(List<GuardedRedis> redis) {
        var watchdogs = redis.stream().map(GuardedRedis::watchdog).toList();
        thread.scheduleWithFixedDelay(() -> watchdogs.forEach(WatchdogThread::tick), 0, Watchdog.TICK.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Catches exceptions, because the executor would run no further ticks after one. */
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
