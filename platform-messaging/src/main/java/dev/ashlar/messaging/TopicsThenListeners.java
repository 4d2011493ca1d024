package dev.ashlar.messaging;

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

/**
 * Creates missing topics and starts the listener of each topic that exists: from the start, however long Kafka is away, and for as
 * long as the service runs: a broker may lose its topics or come back empty (ADR 35).
 */
final class TopicsThenListeners implements SmartLifecycle, DegradableHealth, Repeated.Work {

    private static final Logger log = LoggerFactory.getLogger(TopicsThenListeners.class);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final Topics topics;
    private final Listeners listeners;
    private final ProducerFactory<byte[], byte[]> producers;
    private final Pauses pauses = new Pauses(Duration.ofMillis(500), LONGEST);
    private final Repeated keeper = new Repeated("topics", this);
    private final Map<String, Uuid> ids = new HashMap<>();
    private volatile Set<String> missing = Set.of();
    private Topics.@Nullable Found known;

    TopicsThenListeners(Topics topics, Listeners listeners, ProducerFactory<byte[], byte[]> producers) {
        this.topics = topics;
        this.listeners = listeners;
        this.producers = producers;
    }

    @Override
    public void start() {
        pauses.reset();
        keeper.start(Duration.ZERO);
    }

    @Override
    public Duration run(boolean woken) throws InterruptedException {
        return isComplete() ? LONGEST : pauses.next();
    }

    @Override
    public void finish() {
        topics.close();
    }

    @Override
    public void interrupted() {
        topics.close();
    }

    private boolean isComplete() throws InterruptedException {
        try {
            var found = topics.ensure();
            follow(found);
            listeners.start(found.ids().keySet());
            tell(found.missing());
            known = found;
            return found.missing().isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            log.atWarn().addKeyValue("cause", Cause.of(cause)).log("Waiting for Kafka and its topics");
        } catch (RuntimeException e) {
            Cause.trace(log.atError(), e).log("The topics could not be looked after"); // the next time they may be
        }
        return false;
    }

    /**
     * After a new topic, a listener may have a position of the old one; events that come again meet their inbox rows. An empty broker
     * may give a producer's id to another producer and then take its events for duplicates; a new producer has a new id.
     */
    private void follow(Topics.Found found) {
        var replaced = found.ids().entrySet().stream()
                .filter(topic -> !topic.getValue().equals(ids.getOrDefault(topic.getKey(), topic.getValue())))
                .map(Map.Entry::getKey).toList();
        ids.putAll(found.ids());
        if (!replaced.isEmpty() || known != null && !known.cluster().equals(found.cluster())) {
            log.atWarn().addKeyValue("topics", replaced).addKeyValue("cluster", found.cluster())
                    .log("Kafka came back with other topics");
            producers.reset();
            replaced.forEach(listeners::readAgain);
        }
    }

    private void tell(Set<String> absent) {
        if (!absent.equals(missing)) {
            missing = absent;
            var line = absent.isEmpty() ? log.atInfo() : log.atWarn();
            line.addKeyValue("missing", new TreeSet<>(absent)).addKeyValue("listening", listeners.running())
                    .log(absent.isEmpty() ? "All topics exist" : "Topics are missing");
        } else if (absent.isEmpty() && known == null) {
            log.atInfo().addKeyValue("topics", listeners.topics()).log("Listening");
        }
    }

    /** Listeners are stopped last: a look at the topics that is still under way must not start one that was stopped. */
    @Override
    public void stop() {
        try {
            keeper.interrupt(STOP_WITHIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        listeners.stop();
    }

    @Override
    public boolean isRunning() {
        return keeper.isRunning();
    }

    /** Stops before the relay, which still sends what the last events caused. */
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
