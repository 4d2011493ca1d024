package dev.ashlar.chassis.messaging;

import dev.ashlar.chassis.observability.Cause;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Wakes the lane of a topic after each commit of this instance. Between, it polls, ever more slowly, for what other or dead
 * instances left (ADR 3).
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration SHORTEST = Duration.ofMillis(25);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final Undeliverable undeliverable;
    private final Function<String, OutboxRound> rounds;
    private final Map<String, OutboxLane> lanes = new ConcurrentHashMap<>();
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;

    OutboxRelay(OutboxTable table, Undeliverable undeliverable, Function<String, OutboxRound> rounds) {
        this.table = table;
        this.undeliverable = undeliverable;
        this.rounds = rounds;
    }

    /** The outbox has a new event for this topic. */
    void wake(String topic) {
        if (thread != null) {
            wakeLane(topic);
            woken.release();
        }
    }

    private void wakeLane(String topic) {
        lanes.computeIfAbsent(topic, name -> new OutboxLane(name, rounds.apply(name))).wake();
    }

    private void run() {
        var pause = SHORTEST;
        while (thread == Thread.currentThread()) {
            try {
                poll();
                pause = isWoken(pause) ? SHORTEST : longer(pause);
            } catch (InterruptedException _) {
                return; // only stop() interrupts
            }
        }
    }

    private void poll() {
        try {
            var topics = table.topics();
            undeliverable.retain(topics);
            topics.forEach(this::wakeLane);
        } catch (DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("cause", Cause.of(e)).log("The outbox can't be polled");
        } catch (RuntimeException | Error e) {
            Cause.trace(log.atError(), e).log("A poll of the outbox failed"); // and the next one may not: the relay never ends
        }
    }

    /** Whether there is news before the pause is over. */
    private boolean isWoken(Duration pause) throws InterruptedException {
        var news = woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        woken.drainPermits();
        return news;
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    @Override
    public void start() {
        var relay = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
        thread = relay;
        relay.start();
    }

    @Override
    public void stop() {
        var relay = thread;
        thread = null;
        if (relay != null) {
            woken.release();
            stop(relay);
        }
    }

    private void stop(Thread relay) {
        var deadline = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            if (!relay.join(STOP_WITHIN.dividedBy(2))) {
                relay.interrupt();
            }
            lanes.values().forEach(OutboxLane::stop);
            for (var lane : lanes.values()) {
                lane.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        lanes.clear();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stops after the web server and the listeners, whose last transactions still want their events sent. */
    @Override
    public int getPhase() {
        return 0;
    }
}
