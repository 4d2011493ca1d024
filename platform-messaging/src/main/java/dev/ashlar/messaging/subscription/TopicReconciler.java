package dev.ashlar.messaging.subscription;

import dev.ashlar.messaging.deadletter.DeadLetterImport;
import dev.ashlar.messaging.job.BackgroundWorker;
import dev.ashlar.messaging.observability.Cause;
import dev.ashlar.messaging.observability.DegradableHealth;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Creates missing topics and starts the listeners of existing topics, every 2 s for as long as the application runs. So neither a late
 * start of Kafka nor the loss of its topics needs a restart (ADR 35).
 */
final class TopicReconciler implements SmartLifecycle, DegradableHealth, BackgroundWorker.Task {

    private static final Logger log = LoggerFactory.getLogger(TopicReconciler.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final TopicAdmin topics;
    private final ListenerContainers listeners;
    private final List<DeadLetterImport> letters;
    private final ProducerFactory<byte[], byte[]> producers;
    private final BackgroundWorker worker = new BackgroundWorker("topics", this);
    private final Map<String, Uuid> ids = new HashMap<>();
    private volatile Set<String> missing = Set.of();
    private TopicAdmin.@Nullable Found known;
    private BackOffExecution pausesWhileIncomplete = pauses();

    /** @param letters at most one */
    TopicReconciler(TopicAdmin topics, ListenerContainers listeners, List<DeadLetterImport> letters,
            ProducerFactory<byte[], byte[]> producers) {
        this.topics = topics;
        this.listeners = listeners;
        this.letters = letters;
        this.producers = producers;
    }

    /** From 500 ms, doubled each time, to the usual pause. */
    private static BackOffExecution pauses() {
        var pauses = new ExponentialBackOff(500, 2);
        pauses.setMaxInterval(PAUSE.toMillis());
        return pauses.start();
    }

    @Override
    public void start() {
        pausesWhileIncomplete = pauses();
        worker.start(Duration.ZERO);
    }

    @Override
    public Duration run(boolean woken) throws InterruptedException {
        return reconcile() ? PAUSE : Duration.ofMillis(pausesWhileIncomplete.nextBackOff());
    }

    @Override
    public void finish() {
        topics.close();
    }

    @Override
    public void interrupted() {
        topics.close();
    }

    /** Returns whether all topics exist. */
    private boolean reconcile() throws InterruptedException {
        try {
            var found = topics.ensure();
            replaceIfRecreated(found);
            listeners.start(found.ids().keySet());
            letters.forEach(all -> all.start(found.ids().keySet()));
            report(found.missing());
            known = found;
            return found.missing().isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            log.atWarn().addKeyValue("cause", Cause.of(cause)).log("Waiting for Kafka and its topics");
        } catch (RuntimeException e) { // must not end the worker
            Cause.trace(log.atError(), e).log("The topics could not be checked");
        }
        return false;
    }

    /**
     * Reads a topic that was created again from its beginning, because the committed offset belongs to the old topic. Inbox rows filter
     * events that come again. Also replaces the producers: an empty broker may assign their ids again and take their events for
     * duplicates.
     */
    private void replaceIfRecreated(TopicAdmin.Found found) {
        var recreated = found.ids().entrySet().stream()
                .filter(topic -> !topic.getValue().equals(ids.getOrDefault(topic.getKey(), topic.getValue())))
                .map(Map.Entry::getKey).toList();
        ids.putAll(found.ids());
        if (!recreated.isEmpty() || known != null && !known.cluster().equals(found.cluster())) {
            log.atWarn().addKeyValue("topics", recreated).addKeyValue("cluster", found.cluster())
                    .log("Kafka has other topics than before");
            producers.reset();
            recreated.forEach(listeners::seekToBeginning);
            letters.forEach(all -> recreated.forEach(all::seekToBeginning));
        }
    }

    private void report(Set<String> absent) {
        if (!absent.equals(missing)) {
            missing = absent;
            var line = absent.isEmpty() ? log.atInfo() : log.atWarn();
            line.addKeyValue("missing", new TreeSet<>(absent)).addKeyValue("listening", listeners.runningTopics())
                    .log(absent.isEmpty() ? "All topics exist" : "Topics are missing");
        } else if (absent.isEmpty() && known == null) {
            log.atInfo().addKeyValue("topics", listeners.topics()).log("Listening");
        }
    }

    /** Stops the worker before the listeners, so that the worker can't start them again. */
    @Override
    public void stop() {
        try {
            worker.interrupt(STOP_TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        listeners.stop();
        letters.forEach(DeadLetterImport::stop);
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    /** Stops before the relay, because the last events may append others to the outbox. */
    @Override
    public int getPhase() {
        return 1_000;
    }

    @Override
    public Map<String, Object> figures() {
        return Map.of("missing", List.copyOf(new TreeSet<>(missing)));
    }

    @Override
    public boolean degraded() {
        return !missing.isEmpty();
    }
}
