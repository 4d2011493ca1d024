package dev.ashlar.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final Undeliverable undeliverable;
    private final Function<String, OutboxRound> rounds;
    private final Map<String, Repeated> lanes = new ConcurrentHashMap<>();
    private final Pauses pauses = new Pauses(Duration.ofMillis(25), Duration.ofSeconds(1));
    private final Repeated polls = new Repeated("outbox-relay", this::poll);

    OutboxRelay(OutboxTable table, Undeliverable undeliverable, Function<String, OutboxRound> rounds) {
        this.table = table;
        this.undeliverable = undeliverable;
        this.rounds = rounds;
    }

    /** The outbox has a new event for this topic. */
    void wake(String topic) {
        if (isRunning()) {
            wakeLane(topic);
            polls.wake();
        }
    }

    private void wakeLane(String topic) {
        lanes.computeIfAbsent(topic, name -> OutboxLane.start(name, rounds.apply(name))).wake();
    }

    private Duration poll(boolean woken) {
        try {
            var topics = table.topics();
            undeliverable.retain(topics);
            topics.forEach(this::wakeLane);
        } catch (DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("cause", Cause.of(e)).log("The outbox can't be polled");
        } catch (RuntimeException | Error e) {
            Cause.trace(log.atError(), e).log("A poll of the outbox failed"); // and the next one may not: the relay never ends
        }
        if (woken) {
            pauses.reset();
        }
        return pauses.next();
    }

    @Override
    public void start() {
        pauses.reset();
        polls.start(Duration.ZERO);
    }

    @Override
    public void stop() {
        var deadline = System.nanoTime() + STOP_WITHIN.toNanos();
        polls.stop();
        try {
            polls.join(STOP_WITHIN.dividedBy(2));
            lanes.values().forEach(Repeated::stop);
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
        return polls.isRunning();
    }

    /** Stops after the web server and the listeners, whose last transactions still want their events sent. */
    @Override
    public int getPhase() {
        return 0;
    }
}
