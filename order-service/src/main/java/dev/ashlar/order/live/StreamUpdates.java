package dev.ashlar.order.live;

import dev.ashlar.chassis.observability.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Brings changes of orders to the streams of this instance. A message of Redis triggers a read of the database. While no messages arrive,
 * because Redis is down or hangs, the orders of all streams are read every 500 ms, otherwise every 5 s.
 */
@Component
class StreamUpdates implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StreamUpdates.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);
    private static final Duration SILENT_AFTER = Duration.ofMillis(1_200);
    private static final Duration SUBSCRIBE_PAUSE = Duration.ofSeconds(3);

    private final StatusStreams streams;
    private final StatusChannel channel;
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final Semaphore wakeUps = new Semaphore(0);
    private final Clocked poll = new Clocked();
    private final Clocked probe = new Clocked();
    private final Clocked subscription = new Clocked();
    private volatile List<Thread> threads = List.of();

    StreamUpdates(StatusStreams streams, StatusChannel channel) {
        this.streams = streams;
        this.channel = channel;
    }

    /** Passes at most once in an interval. */
    private static final class Clocked {

        private long lastNanos = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

        boolean passes(Duration interval) {
            var now = System.nanoTime();
            if (now - lastNanos < interval.toNanos()) {
                return false;
            }
            lastNanos = now;
            return true;
        }
    }

    @Override
    public void start() {
        threads = List.of(Thread.ofVirtual().name("stream-updates").unstarted(() -> repeat(this::update)),
                Thread.ofVirtual().name("status-publisher").unstarted(() -> repeat(channel::publishNext)),
                Thread.ofVirtual().name("status-subscriber").unstarted(() -> repeat(this::watchSubscription)));
        threads.forEach(Thread::start);
    }

    private interface Work {

        void run() throws InterruptedException;
    }

    private void repeat(Work work) {
        try {
            while (isRunning()) {
                try {
                    work.run();
                } catch (DataAccessException | TransactionException e) {
                    log.atDebug().addKeyValue("cause", Cause.of(e)).log("The changes of orders could not be read");
                    Thread.sleep(TICK);
                } catch (RuntimeException e) {
                    Cause.trace(log.atError(), e).log("The update of streams failed");
                    Thread.sleep(TICK);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // only stop() interrupts
        }
    }

    private void update() throws InterruptedException {
        var _ = wakeUps.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS);
        wakeUps.drainPermits();
        if (poll.passes(isSilent() ? TICK : POLL_INTERVAL)) {
            changed.addAll(streams.orders());
        }
        var now = new ArrayList<>(changed);
        if (!now.isEmpty()) {
            streams.refresh(now);
            now.forEach(changed::remove);
        }
    }

    /** Without streams, no other work is done than reading messages. */
    private void watchSubscription() throws InterruptedException {
        Thread.sleep(TICK);
        if (!streams.isEmpty() && probe.passes(TICK)) {
            channel.probe();
        }
        if (isSilent() && !streams.isEmpty() && subscription.passes(SUBSCRIBE_PAUSE)) {
            channel.subscribe(this::changed);
        }
    }

    private void changed(UUID order) {
        if (streams.has(order)) {
            changed.add(order);
            wakeUps.release();
        }
    }

    private boolean isSilent() {
        return channel.nanosSinceLastMessage() > SILENT_AFTER.toNanos();
    }

    @Override
    public void stop() {
        var stopping = threads;
        threads = List.of();
        stopping.forEach(Thread::interrupt);
        channel.close();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    /** Starts before and stops after the streams. */
    @Override
    public int getPhase() {
        return 0;
    }
}
