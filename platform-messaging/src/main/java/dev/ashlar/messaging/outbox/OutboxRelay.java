package dev.ashlar.messaging.outbox;

import dev.ashlar.messaging.job.BackgroundWorker;
import dev.ashlar.messaging.observability.Cause;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Message relay of the outbox. Each topic has a worker of its own, so a topic that fails delays no other (ADR 3, 35). A commit of this
 * instance wakes the worker of its topic. A poll wakes the workers for events that other instances have left.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final UndeliverableEvents undeliverable;
    private final Function<String, OutboxBatch> batches;
    private final Map<String, BackgroundWorker> workers = new ConcurrentHashMap<>();
    private final BackgroundWorker poll = new BackgroundWorker("outbox-relay", this::poll);
    private BackOffExecution pauses = pauses();

    OutboxRelay(OutboxTable table, UndeliverableEvents undeliverable, Function<String, OutboxBatch> batches) {
        this.table = table;
        this.undeliverable = undeliverable;
        this.batches = batches;
    }

    /** From 25 ms, doubled each time, to 1 s. */
    private static BackOffExecution pauses() {
        var pauses = new ExponentialBackOff(25, 2);
        pauses.setMaxInterval(1_000);
        return pauses.start();
    }

    /** The outbox has a new event of this topic. */
    void wake(String topic) {
        if (isRunning()) {
            wakeWorker(topic);
            poll.wake();
        }
    }

    private void wakeWorker(String topic) {
        workers.computeIfAbsent(topic, this::startWorker).wake();
    }

    private BackgroundWorker startWorker(String topic) {
        var worker = new BackgroundWorker("outbox-" + topic, new TopicTask(topic, batches.apply(topic)));
        worker.start(Duration.ZERO);
        return worker;
    }

    private Duration poll(boolean woken) {
        try {
            var topics = table.topics();
            undeliverable.retain(topics);
            topics.forEach(this::wakeWorker);
        } catch (DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("cause", Cause.of(e)).log("The outbox could not be polled");
        } catch (RuntimeException | Error e) { // must not end the relay
            Cause.trace(log.atError(), e).log("A poll of the outbox failed");
        }
        if (woken) {
            pauses = pauses();
        }
        return Duration.ofMillis(pauses.nextBackOff());
    }

    @Override
    public void start() {
        pauses = pauses();
        poll.start(Duration.ZERO);
    }

    @Override
    public void stop() {
        var deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
        poll.stop();
        try {
            poll.join(STOP_TIMEOUT.dividedBy(2));
            workers.values().forEach(BackgroundWorker::stop);
            for (var worker : workers.values()) {
                worker.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return poll.isRunning();
    }

    /** Stops after the web server and the listeners, because their last transactions append events. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Sends the batches of a topic. After a failed batch, it backs off and ignores wake-ups. */
    private static final class TopicTask implements BackgroundWorker.Task {

        private final String topic;
        private final OutboxBatch batch;
        private BackOffExecution pauses = pauses();

        private TopicTask(String topic, OutboxBatch batch) {
            this.topic = topic;
            this.batch = batch;
        }

        @Override
        public Duration run(boolean woken) throws InterruptedException {
            var outcome = batch.relay();
            if (outcome == OutboxBatch.Outcome.FAILED) {
                backOff();
                return Duration.ZERO;
            }
            pauses = pauses();
            return outcome == OutboxBatch.Outcome.MORE ? Duration.ZERO : BackgroundWorker.UNTIL_WOKEN;
        }

        private void backOff() throws InterruptedException {
            var pause = pauses.nextBackOff();
            log.atWarn().addKeyValue("topic", topic).addKeyValue("pause_ms", pause).addKeyValue("cause", batch.cause())
                    .log("The outbox could not be relayed");
            Thread.sleep(pause);
        }

        /** Sends the events that were committed during the last batch. */
        @Override
        public void finish() throws InterruptedException {
            batch.relay();
        }

        @Override
        public void interrupted() {
            log.atInfo().addKeyValue("topic", topic).log("Stopped before the last events were sent");
        }
    }
}
